"""Shows tables and figures in a real kernel whose encoding is ASCII and whose locale has Arabic digits."""

import sys

from talk import PROJECT, Kernel, check, environment

LIBRARY = sys.argv[1]
JARS = [PROJECT / f"lib/{folder}/target/{name}-{LIBRARY}.jar"
        for folder, name in (("core", "digits-core"), ("paper", "digits-paper"), ("tablesaw", "jjava-tablesaw"), ("notebook", "digits-lib"))]
IMPORTS = f"""%maven digits:digits-lib:{LIBRARY}
import tech.tablesaw.api.*; import tech.tablesaw.plotly.*;
import tech.tablesaw.plotly.components.*; import tech.tablesaw.plotly.traces.*;
var left = Axis.builder().domain(0.05f, 0.5f).build();
var figure = new Figure(Layout.builder("bars").xAxis(left).build(),
    BarTrace.builder(new String[] {{"01"}}, new double[] {{1}}).build());
var table = Table.create("Größe 漢", StringColumn.create("é", "漢"), DoubleColumn.create("x", 0.25));"""
MEASURE = """
var digit = digits.data.Digit.of(new byte[784], 7);
digits.evaluate.Evaluation.of(
    List.of(new digits.model.Prediction(digit, new int[] {2, 7}, new double[] {1, 2})))"""
MISSING = "(no picture: Tablesaw is missing; %maven tech.tablesaw:tablesaw-jsplot:0.44.4 loads it)"
PLOTLY = "application/vnd.plotly.v1+json"
TEXT = "   Größe 漢    \n é  |   x    |\n--------------\n 漢  |  0.25  |"


def main():
    with Kernel(env=environment("-Dfile.encoding=US-ASCII -Duser.language=ar -Duser.country=EG")) as page:
        conversation(page)


def conversation(page):
    def shown(code):
        """The bundles that a cell shows, in order."""
        return [answer["content"].get("data") for answer in page.run(code)]

    for jar in JARS:
        check("without Tablesaw the kernel is silent", shown(f'%classpath "{jar}"'), [])
    check("a list of numbers is as ever", shown("List.of(1, 2)"), [{"text/plain": "[1, 2]"}])
    (without,) = shown(MEASURE)
    check("a measure needs it", without["text/plain"].splitlines()[-1], MISSING)
    check("the library is silent", shown(IMPORTS), [])
    (figure,) = shown("figure")
    check("a domain", figure[PLOTLY]["layout"]["xaxis"]["domain"], [0.05, 0.5])
    check("a text", figure[PLOTLY]["data"][0]["x"], ["01"])
    check("as tutorials end", shown("Plot.show(figure)"), [figure])
    check("two figures", shown("List.of(figure, figure)"), [figure, figure])
    check("most of a thousand", len(shown("Collections.nCopies(1_000, figure)")), 21)
    (html,) = shown("table")
    check("a table in characters", html["text/plain"], TEXT)
    for code in ("new Table[] {table}", "Optional.of(table)", "List.of(List.of(table))"):
        check(code, shown(code), [html])
    check("a map", shown('Map.of("ü", table)'), [{"text/plain": "ü"}, html])
    (column,) = shown("table.column(1)")
    check("a column", [">0.25</td>" in column["text/html"], "0.25  |" in column["text/plain"]], [True, True])


if __name__ == "__main__":
    main()
