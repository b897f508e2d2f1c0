package digits;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One direction of flow, from bytes to notebooks. */
class ArchitectureTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("digits", "jjava");

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
        .layer("paper")
        .definedBy("digits.paper")
        .layer("app")
        .definedBy("digits.app")
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
        .whereLayer("paper")
        .mayOnlyAccessLayers("data", "draw", "model")
        .whereLayer("app")
        .mayOnlyAccessLayers("data", "features", "model", "learn", "evaluate", "paper")
        .whereLayer("notebook")
        .mayOnlyAccessLayers("data", "features", "model", "learn", "evaluate", "paper")
        .whereLayer("panels")
        .mayOnlyAccessLayers(
            "data", "draw", "features", "model", "learn", "evaluate", "paper", "notebook")
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
        .dependOnClassesThat(resideInAnyPackage("org.dflib.."))
        .check(LIBRARY);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "digits.paper", "digits.notebook", "digits.panels", "jjava.tablesaw", "jjava.widgets")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.awt.."))
        .check(LIBRARY);
  }

  @Test
  void theCoreHasFewPublicTypes() {
    assertThat(
            LIBRARY.stream()
                .filter(
                    resideInAnyPackage(
                        "digits.data",
                        "digits.draw",
                        "digits.linalg",
                        "digits.features",
                        "digits.model",
                        "digits.learn",
                        "digits.evaluate",
                        "digits.paper"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isAnonymousClass()))
        .hasSizeBetween(1, 110);
  }

  /** Maven holds the walls between modules. These stand inside them. */
  @Test
  void typesNeedEachOtherInOneDirectionExceptInASealedFamily() {
    slices().assignedFrom(new Families()).should().beFreeOfCycles().check(LIBRARY);
  }

  /** A type with what is nested in it, or a sealed type with all that it permits. */
  private static final class Families implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(family(type.reflect()).getName());
    }

    private static Class<?> family(Class<?> type) {
      return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
          .filter(Class::isSealed)
          .findFirst()
          .or(() -> Optional.ofNullable(type.getEnclosingClass()))
          .map(Families::family)
          .orElse(type);
    }

    @Override
    public String getDescription() {
      return "types and sealed families";
    }
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
