using System.Globalization;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Calendar;
using CaseFlow.Web.Components.Shared;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Decisions;

/// <summary><em>Ställningstaganden</em>: what the bodies have taken their stand on, year by year, and whether it holds (R79).</summary>
public sealed partial class PositionsPage(PositionRegister register, BundleCatalog bundles, TimeProvider time)
{
    private const int PageSize = 50;
    private static readonly Texts T = Texts.For("Positions");

    private IReadOnlyList<RegisteredPosition> _positions = [];
    private IReadOnlyList<RegisteredPosition> _lines = []; // those of the page
    private IReadOnlyList<string> _effects = [];
    private int _page;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "ar")] private string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "effekt")] private string? Effect { get; set; }

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), WorkingDays.Zone).DateTime);
        _effects = await bundles.Current(ct) is { } bundle
            ? DeployedOrganisation.Of(bundle).Rules.For(RuleKinds.EffectStated, today)?.Settings.List("effects") ?? []
            : [];
        int? year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        _positions = await register.Find(new(Query is { Length: > 200 } ? Query[..200] : Query, year, Effect is { Length: > 0 } ? Effect : null), today, ct);
        (_lines, _page) = _positions.Page(PageNumber, PageSize);
    }

    private static string EffectName(string effect) => effect.Length == 0 ? "" : T.Find("effect." + effect) ?? effect;

    private static string ValidityName(PositionValidity validity) => validity switch
    {
        PositionValidity.EffectMissing => T["validity.effect-missing"],
        PositionValidity.Waits => T["validity.waits"],
        PositionValidity.Holds => T["validity.holds"],
        PositionValidity.NotEndorsed => T["validity.not-endorsed"],
        PositionValidity.Replaced => T["validity.replaced"],
    };

    private static string Tone(PositionValidity validity) => validity switch
    {
        PositionValidity.Holds => "done",
        PositionValidity.Waits or PositionValidity.EffectMissing => "waiting",
        _ => "neutral",
    };
}
