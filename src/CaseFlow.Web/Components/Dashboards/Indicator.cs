namespace CaseFlow.Web.Components.Dashboards;

/// <summary>One figure of <em>Läget</em> as page and CSV show it: heading, definition, picture, table.</summary>
/// <param name="Id">Also the anchor and the name in the CSV's address; the texts are <c>indicator.{id}</c> and <c>indicator.{id}.text</c>.</param>
/// <param name="Summary">The figure in one sentence.</param>
/// <param name="Columns">Headings of the table; the first names the row.</param>
/// <param name="Drawing">Null where a picture says nothing more than the table.</param>
public sealed record Indicator(string Id, string Summary, IReadOnlyList<string> Columns, IReadOnlyList<IndicatorRow> Rows, Drawing? Drawing = null);

/// <param name="Cells">As many as there are columns.</param>
/// <param name="Href">The cases behind the row; no link when null.</param>
public sealed record IndicatorRow(IReadOnlyList<string> Cells, string? Href = null);

/// <summary>A picture of numbers, drawn on the server.</summary>
/// <param name="Unit">What the numbers count, for the axis.</param>
/// <param name="Lines">Lines across the picture, each with its words.</param>
public abstract record Drawing(string Unit, IReadOnlyList<DrawnLine> Lines)
{
    /// <summary>The value at the top of the picture.</summary>
    public double Top => Math.Max(1, Lines.Select(l => l.Value).Concat(Values).DefaultIfEmpty(0).Max());

    protected abstract IEnumerable<double> Values { get; }
}

/// <param name="Name">Words at the end of the line, with its value.</param>
public sealed record DrawnLine(string Name, double Value);

/// <summary>Columns side by side for each label. Kinds differ in pattern as well as in colour.</summary>
/// <param name="Kinds">What each column of a group is; one or two.</param>
public sealed record Columns(string Unit, IReadOnlyList<string> Kinds, IReadOnlyList<ColumnGroup> Groups, IReadOnlyList<DrawnLine> Lines) : Drawing(Unit, Lines)
{
    protected override IEnumerable<double> Values => Groups.SelectMany(g => g.Values);
}

public sealed record ColumnGroup(string Label, IReadOnlyList<double> Values);

/// <summary>One dot for each case. <see cref="Dot.At"/> goes from 0 at the left to 1 at the right.</summary>
/// <param name="From">Words at the left end of the axis.</param>
/// <param name="To">Words at the right end.</param>
public sealed record Dots(string Unit, IReadOnlyList<Dot> Points, string From, string To, IReadOnlyList<DrawnLine> Lines) : Drawing(Unit, Lines)
{
    protected override IEnumerable<double> Values => Points.Select(p => p.Value);
}

/// <summary>Lines through the picture, each with a dash of its own and its name at its end; dots behind them.</summary>
/// <param name="Named">One to three; the upper first where they lie above each other.</param>
public sealed record Curves(string Unit, IReadOnlyList<Curve> Named, IReadOnlyList<Dot> Points, string From, string To) : Drawing(Unit, [])
{
    protected override IEnumerable<double> Values => Named.SelectMany(c => c.Points).Concat(Points).Select(p => p.Value);
}

/// <param name="Points">From left to right.</param>
public sealed record Curve(string Name, IReadOnlyList<Dot> Points);

public readonly record struct Dot(double At, double Value);
