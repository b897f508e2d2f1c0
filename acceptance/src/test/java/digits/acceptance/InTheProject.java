package digits.acceptance;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests of commands that use the project's own files. They run in turn, beside other classes. */
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("files of the project")
public @interface InTheProject {}
