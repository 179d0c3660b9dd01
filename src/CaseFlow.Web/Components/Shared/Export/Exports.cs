namespace CaseFlow.Web.Components.Shared.Export;

/// <summary>The addresses of files: one handler tells the rows, the address's ending says what kind of file they become.</summary>
internal static class Exports
{
    /// <param name="path">Without an ending; <c>.csv</c> and <c>.xlsx</c> are mapped.</param>
    /// <param name="handler">Returns an <see cref="ExportFile"/>; its parameters are filled as those of any endpoint.</param>
    public static void MapExport(this IEndpointRouteBuilder routes, string path, Delegate handler)
    {
        foreach (var (ending, type, write) in Kinds)
        {
            routes.MapGet(path + ending, handler).RequireAuthorization().ExcludeFromDescription().AddEndpointFilter(async (context, next) =>
                await next(context) is ExportFile file
                    ? Results.Stream(target => write(target, file.Tables, context.HttpContext.RequestAborted), type, file.Name + ending)
                    : throw new InvalidOperationException($"The handler of {path} gave no file."));
        }
    }

    /// <summary>The address of the Excel file beside that of the CSV file.</summary>
    public static string Xlsx(string csvHref) =>
        csvHref.IndexOf(".csv", StringComparison.Ordinal) is >= 0 and var at ? string.Concat(csvHref.AsSpan(0, at), ".xlsx", csvHref.AsSpan(at + 4)) : csvHref;

    private static readonly (string Ending, string Type, Func<Stream, IReadOnlyList<ExportTable>, CancellationToken, Task> Write)[] Kinds =
        [(".csv", CsvFile.MediaType, CsvFile.Write), (".xlsx", XlsxFile.MediaType, XlsxFile.Write)];
}
