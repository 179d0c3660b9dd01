namespace CaseFlow.Web.Components.Shared.Export;

/// <summary>A table as a file has it: the same rows whatever the kind of file, handed over one by one.</summary>
/// <param name="Name">What the table shows; names the sheet.</param>
/// <param name="Rows">Cells are texts, numbers, days or null, as many as there are headings.</param>
internal sealed record ExportTable(string Name, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    public ExportTable(string name, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
        : this(name, headings, rows.ToAsyncEnumerable())
    {
    }
}

/// <param name="Name">Of the file, without its ending.</param>
internal sealed record ExportFile(string Name, IReadOnlyList<ExportTable> Tables);
