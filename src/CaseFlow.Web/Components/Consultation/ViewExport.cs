using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Export;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Consultation;

/// <summary>Every view of a round as a file, with what became of it (R165). A case without a round gives the headings alone.</summary>
internal static class ViewExport
{
    private static readonly Texts T = Texts.For("Consultation");

    public static void MapViewExport(this IEndpointRouteBuilder routes) => routes.MapExport("/arenden/{number}/remiss/synpunkter", Get);

    private static async Task<ExportFile> Get(string number, CaseList cases, ConsultationStates states, CancellationToken ct)
    {
        var report = await cases.Find(number, ct) is { } about ? (await states.Read(about.Id, ct))?.Report : null;
        return new("synpunkter", [new(
            T["views"],
            [T["column.recipient"], T["column.number"], T["column.view"], T["column.disposition"], T["column.reason"]],
            report?.Answered.SelectMany(recipient => report.ViewsOf(recipient).Select(view => Row(report, recipient, view))) ?? [])]);
    }

    private static IReadOnlyList<object?> Row(ConsultationReport report, ConsultationRecipient recipient, ConsultationView view) =>
        [report.NameOf(recipient).Current, view.Number, view.Text, ConsultationReport.Word(view.Disposition).Current, view.Reason];
}
