"""Gives large tasks to kernels with little memory. A failure must be reported in one sentence, and smaller tasks must still work."""

import resource
import sys

from talk import PROJECT, Kernel, environment, of

LIBRARY, MODELS, LONG = sys.argv[1], sys.argv[2], sys.argv[3] == "long"
IMPORTS = f"""%maven digits:digits-lib:{LIBRARY}
import digits.data.*; import digits.features.*; import digits.learn.*; import digits.model.*; import digits.panels.*;
import java.nio.file.Path;"""
LOAD = "var mnist = Mnist.load();"
SMALLER = "Trainer.logistic().train(mnist.test().head(2_000)).classifiers().size()"
SHORT_CELLS = {
    "load": LOAD,
    "logistic": "Trainer.logistic().train(mnist.train()).classifiers().size()",
    "logistic on upright digits": "Trainer.of(new Deskew(), new Logistic()).train(mnist.train()).classifiers().size()",
    "features": f"Trainer.features().digits({60_000 if LONG else 10_000}).train(mnist.train()).classifiers().size()",
    "smile": "Trainer.of(SmileLearner.logistic(5, 1e-3, 2)).train(mnist.train()).classifiers().size()",
}
CELLS = {
    **SHORT_CELLS,
    "best": "Trainer.best().digits(5_000).train(mnist.train()).classifiers().size()",
    "logistic on units": "Trainer.of(Trainer.best().recipe(), new Logistic().iterations(2)).digits(5_000).train(mnist.train()).classifiers().size()",
    "logistic on units, all": "Trainer.of(Trainer.best().recipe(), new Logistic().iterations(2)).train(mnist.train()).classifiers().size()",
    "tester": f'new DigitTester(ModelFile.load(Path.of("{MODELS}")), mnist.test()).prediction().predicted()',
    "panel": "new TrainingPanel(mnist.train()).train(Trainer.of(Trainer.best().recipe(), new Logistic().iterations(2)), p -> {}).runs().rowCount()",
}
# What they want of the heap is more than what they want outside.
IN_THE_HEAP = {
    "load": LOAD,
    "hessians": "Trainer.of(new RandomUnits(1_499), new Logistic().iterations(2)).digits(10_000).train(mnist.train()).classifiers().size()",
    "components of units": "Trainer.of(new RandomUnits(5_000).andThen(new Pca(2)), new Ridge()).digits(200).train(mnist.train()).classifiers().size()",
}
GIGABYTE = 1 << 30
FOLDER = (PROJECT / ".lab/mnist.folder").read_text().strip()
LOAD_ONLY = {"load": LOAD, "load a folder": f'var folder = Mnist.load(Path.of("{FOLDER}"));'}
# Options of the JVM, gigabytes of addresses (0 for any), and what is tried.
LIMITS = [("-Xmx256m -XX:MaxDirectMemorySize=128m", 0, SHORT_CELLS)]
if LONG:
    LIMITS += [("-Xmx96m", 0, LOAD_ONLY), ("-Xmx256m", 4, SHORT_CELLS), ("-Xmx256m", 2, SHORT_CELLS), ("-Xmx224m -XX:MaxDirectMemorySize=1g", 0, IN_THE_HEAP), ("-Xmx256m", 0, CELLS)]


def main():
    worked = refused = 0
    for options, gigabytes, cells in LIMITS:
        limit = f"{options}{f', ulimit -v {gigabytes} GB' if gigabytes else ''}"
        print(limit, flush=True)
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if gigabytes:
            resource.setrlimit(resource.RLIMIT_AS, (gigabytes * GIGABYTE, hard))
        try:
            kernel = Kernel(env=environment(options), stderr=sys.stdout)
        except Exception as error:
            if not gigabytes:
                raise
            print(f"  Java itself does not start: {error}")
            continue
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        with kernel:
            kernel.run(IMPORTS)
            for name, code in cells.items():
                errors = of(kernel.attempt(code), "error")
                for error in errors:
                    said = error["content"]["evalue"]
                    print(f"  {name}: {said}", flush=True)
                    clear = "bytes" in said and "JJAVA_JVM_OPTS" in said and "\n" not in said
                    if not clear:
                        sys.exit(f"{limit}: {name} fails without a sentence: {said}\n{error['content']['traceback']}")
                worked += not errors
                refused += bool(errors)
                if kernel.result("6 * 7")["text/plain"] != "42":
                    sys.exit(f"{limit}: the kernel is not well after {name}")
                if errors and cells is not LOAD_ONLY and of(kernel.attempt(SMALLER), "error"):
                    sys.exit(f"{limit}: a smaller training fails after {name}")
    print(f"worked: {worked}, refused: {refused}")


if __name__ == "__main__":
    main()
