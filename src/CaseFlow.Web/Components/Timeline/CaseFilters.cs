using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>What the address of the list of cases says; the page and its CSV read the same.</summary>
internal static class CaseFilters
{
    public static CaseFilter Read(IQueryCollection query, OrganisationModel? organisation)
    {
        var from = Value(query, "fran");
        return new CaseFilter(
            Value(query, "q"),
            Value(query, "status"),
            from is not null && organisation?.FindArea(from) is not null ? from : null,
            from is not null && organisation?.FindSide(from) is not null ? from : null,
            Value(query, "visa") switch { "pagar" => true, "avslutade" => false, _ => null },
            Value(query, "sort") switch { "nummer" => CaseOrder.Number, "andrat" => CaseOrder.WaitedLongest, _ => CaseOrder.ChangedLast },
            Value(query, "markning")?.Split(':', 2) is [var field, var value] ? new TagFilter(field, value) : null);
    }

    /// <summary>What the address asks for, always in the same order; page numbers and what is not known are left out. Empty for all cases.</summary>
    public static string Canonical(IQueryCollection query)
    {
        var kept = new[] { "q", "status", "fran", "markning", "visa", "sort" }.Select(key => (Key: key, Value: Value(query, key)))
            .Where(v => v.Value is not null && v is not ("visa", "alla")).Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value ?? "")}");
        return string.Join('&', kept);
    }

    private static string? Value(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 and <= 200 } text ? text : null;
}

/// <summary>The colour that repeats what a case's status says in words.</summary>
internal static class CaseTones
{
    public static string Of(CaseRow row) => row switch
    {
        { HasIncident: true } => "stop",
        { ClosedAt: not null } => "done",
        { OwnerText.Length: > 0 } => "active",
        _ => "waiting",
    };
}
