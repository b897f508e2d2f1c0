package digits.acceptance;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of commands that use the project's own files. They run in turn, and before those that need
 * not wait for each other, which can share both cores in the end.
 */
@Retention(RetentionPolicy.RUNTIME)
@Order(1)
@ResourceLock("files of the project")
public @interface InTheProject {}
