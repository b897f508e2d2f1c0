package digits.widgets;

/** Pages one below the other, each of which opens by a click on its title. */
public final class Accordion extends Pages<Accordion> {

  public Accordion() {
    super("Accordion");
  }
}
