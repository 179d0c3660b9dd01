using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary>One commission: how it stands, its thread across the bodies' meetings, and the parts that came out of it.</summary>
public sealed partial class CommissionPage(
    CommissionRegister register, CommissionThread threads, CaseList cases, BundleCatalog bundles, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Commissions");

    private OrganisationNames _names = OrganisationNames.None;
    private IReadOnlyList<ThreadEntry> _thread = [];
    private CommissionLine? _line;
    private CaseRow? _parent;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public string Number { get; set; } = "";

    private DateOnly Today => SwedishDates.Day(time.GetUtcNow());

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _line = (await register.Read(ct)).FirstOrDefault(l => l.Case.Number == Number);
        if (_line is null)
        {
            navigation.NotFound();
            return;
        }

        if (await bundles.Current(ct) is { } bundle)
            _names = OrganisationNames.Of(bundle);
        _thread = await threads.Read(_line.Case.Id, _line.Body, ct);
        _parent = _line.ParentId is { } parent ? await cases.Find(parent, ct) : null;
    }

    private static string Sentence(CommissionLine line) => line.Case.OwnerText.Length > 0
        ? T["sentence", CommissionWords.Of(line.Standing), line.Case.WithWhom.Current]
        : T["sentence.nobody", CommissionWords.Of(line.Standing)];

    private string What(ThreadEntry entry)
    {
        var body = entry.Body is { Length: > 0 } key ? _names.Body(key) : T["a-body"];
        return entry.Kind switch
        {
            ThreadKind.Given => T["Given", body],
            ThreadKind.Amended => T["Amended", body, entry.Version],
            ThreadKind.Planned => T["Planned"],
            ThreadKind.Reported => Report(entry),
            ThreadKind.BodySaid => T["BodySaid", body],
        };
    }

    private static string Report(ThreadEntry entry)
    {
        var kind = entry.Codes is [var code, ..] ? T.Find("report." + code) ?? code : T["Reported"];
        return entry.To is { } to && T.Find("to." + to) is { } where ? $"{kind}, {where}" : kind;
    }

    private static string Clauses(ThreadEntry entry) =>
        entry.Kind == ThreadKind.BodySaid ? string.Join(", ", (entry.Codes ?? []).Select(c => T.Find("clause." + c) ?? c)) : "";
}
