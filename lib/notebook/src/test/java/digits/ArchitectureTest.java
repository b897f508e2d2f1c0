package digits;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One direction of flow, from bytes to notebooks. */
class ArchitectureTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("digits");

  @Test
  void packagesKnowOnlyThoseBeforeThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("data")
        .definedBy("digits.data")
        .layer("draw")
        .definedBy("digits.draw")
        .layer("features")
        .definedBy("digits.features")
        .layer("linalg")
        .definedBy("digits.linalg")
        .layer("model")
        .definedBy("digits.model")
        .layer("learn")
        .definedBy("digits.learn")
        .layer("evaluate")
        .definedBy("digits.evaluate")
        .layer("tablesaw")
        .definedBy("jjava.tablesaw")
        .layer("widgets")
        .definedBy("jjava.widgets")
        .layer("notebook")
        .definedBy("digits.notebook")
        .layer("panels")
        .definedBy("digits.panels")
        .whereLayer("data")
        .mayNotAccessAnyLayer()
        .whereLayer("draw")
        .mayOnlyAccessLayers("data")
        .whereLayer("features")
        .mayOnlyAccessLayers("data", "linalg")
        .whereLayer("linalg")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayOnlyAccessLayers("data", "linalg", "features")
        .whereLayer("learn")
        .mayOnlyAccessLayers("data", "features", "linalg", "model")
        .whereLayer("evaluate")
        .mayOnlyAccessLayers("data", "model", "learn")
        .whereLayer("tablesaw")
        .mayNotAccessAnyLayer()
        .whereLayer("widgets")
        .mayNotAccessAnyLayer()
        .whereLayer("notebook")
        .mayOnlyAccessLayers(
            "data", "features", "model", "learn", "evaluate", "tablesaw", "widgets")
        .whereLayer("panels")
        .mayOnlyAccessLayers(
            "data", "draw", "features", "model", "learn", "evaluate", "widgets", "notebook")
        .check(LIBRARY);
  }

  @Test
  void onlyTrainingAndEvaluationTouchSmile() {
    noClasses()
        .that()
        .resideOutsideOfPackages("digits.learn", "digits.linalg", "digits.evaluate")
        .should()
        .dependOnClassesThat(resideInAnyPackage("smile..", "org.bytedeco.."))
        .check(LIBRARY);
  }

  @Test
  void onlyWhatShowsTouchesTheKernel() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "digits.notebook", "digits.panels", "jjava.tablesaw", "jjava.widgets")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.dflib..", "java.awt.."))
        .check(LIBRARY);
  }

  @Test
  void whatCanBeLiftedOutStandsAlone() {
    for (String alone : List.of("jjava.tablesaw", "jjava.widgets")) {
      noClasses()
          .that()
          .resideInAPackage(alone)
          .should()
          .dependOnClassesThat(resideInAPackage("digits..").and(not(resideInAPackage(alone))))
          .check(LIBRARY);
    }
  }

  @Test
  void widgetsNeedOnlyTheKernel() {
    noClasses()
        .that()
        .resideInAPackage("jjava.widgets")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "jjava.widgets",
                    "java.lang..",
                    "java.util..",
                    "java.io",
                    "java.nio..",
                    "java.awt.image",
                    "javax.imageio",
                    "org.dflib.jjava.jupyter..")))
        .check(LIBRARY);
  }

  @Test
  void nothingIsWrittenInTheReadersLocaleOrEncoding() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(java.text.DecimalFormat.class, String.class)
        .orShould()
        .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
        .orShould()
        .callConstructor(java.io.OutputStreamWriter.class, java.io.OutputStream.class)
        .check(LIBRARY);
  }

  @Test
  void dataAndDrawingsNeedNothingButJava() {
    noClasses()
        .that()
        .resideInAnyPackage("digits.data", "digits.draw")
        .should()
        .dependOnClassesThat(resideInAnyPackage("smile..", "tech.tablesaw..", "org.slf4j.."))
        .check(LIBRARY);
  }
}
