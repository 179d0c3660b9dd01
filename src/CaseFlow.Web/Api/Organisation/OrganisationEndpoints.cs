using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Organisation;

/// <summary>The collaboration as deployed: bodies, areas, parties and roles on a day. Keys are what other resources name.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisation(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Organisation");
        all.MapGet("/bodies", Bodies).Says("ListBodies", "body-list", "Forum · Bodies", "De som finns en dag. · Those of a day.");
        all.MapGet("/areas", Areas).Says("ListAreas", "area-list", "Områden med sina parter · Areas with their parties", "Så som de är en dag. · As they are on a day.");
        all.MapGet("/sides", Sides).Says("ListSides", "side-list", "Huvudmän · Sides", "De som samverkar. · Those who collaborate.");
        all.MapGet("/parties", Parties).Says("ListParties", "party-list", "Parter · Parties", "Kommuner och region en dag. · Municipalities and region on a day.");
        all.MapGet("/roles", Roles).Says("ListRoles", "role-list", "Roller · Roles", "Rollkatalogen med uppdrag. · The catalogue with mandates.");
    }

    private static Task<Results<Ok<PageOf<BodyResource>>, ProblemHttpResult>> Bodies(
        OrganisationSource source, TimeProvider time, HttpContext http, DateOnly? date, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, async () => [.. (await Deployed(source, ct)).BodiesAt(Day(time, date))], (Body b) =>
            new BodyResource(b.Key, b.Name.Sv, b.Name.En, b.Level, b.Owners, b.Area, b.EscalatesTo, b.PreparedBy, b.Meetings is not null, b.Validity.From, b.Validity.To));

    private static async Task<Results<Ok<PageOf<AreaResource>>, ProblemHttpResult>> Areas(
        OrganisationSource source, TimeProvider time, HttpContext http, DateOnly? date, int? limit, int? page, CancellationToken ct)
    {
        var organisation = await Deployed(source, ct);
        var day = Day(time, date);
        return await Paging.Answer<Area, AreaResource>(http, limit, page, () => Task.FromResult<IReadOnlyList<Area>>([.. organisation.Areas]), a =>
            new(a.Key, a.Name.Sv, a.Name.En, a.Group, [.. organisation.PartiesOf(a.Key, day).Select(p => p.Key)]));
    }

    private static Task<Results<Ok<PageOf<NamedKey>>, ProblemHttpResult>> Sides(OrganisationSource source, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, async () => [.. (await Deployed(source, ct)).Sides], (Side s) => new NamedKey(s.Key, s.Name.Sv, s.Name.En));

    private static async Task<Results<Ok<PageOf<PartyResource>>, ProblemHttpResult>> Parties(
        OrganisationSource source, TimeProvider time, HttpContext http, DateOnly? date, int? limit, int? page, CancellationToken ct)
    {
        var organisation = await Deployed(source, ct);
        var day = Day(time, date);
        return await Paging.Answer<Party, PartyResource>(http, limit, page, () => Task.FromResult<IReadOnlyList<Party>>([.. organisation.PartiesAt(day)]), p =>
            new(p.Key, p.Name.Sv, p.Name.En, p.Kind, organisation.SideOf(p)?.Key, [.. organisation.AreasOf(p.Key, day).Select(a => a.Key)]));
    }

    private static Task<Results<Ok<PageOf<RoleResource>>, ProblemHttpResult>> Roles(OrganisationSource source, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, async () => [.. (await Deployed(source, ct)).Roles], (OrganisationRole r) =>
            new RoleResource(r.Key, r.Name.Sv, r.Name.En, r.Scope, r.Mandate.Sv, r.Mandate.En));

    private static async Task<OrganisationModel> Deployed(OrganisationSource source, CancellationToken ct) => (await source.Current(ct)).Organisation;

    internal static DateOnly Day(TimeProvider time, DateOnly? date) => date ?? SwedishDates.Day(time.GetUtcNow());
}

public sealed record NamedKey(string Key, string Sv, string En);

/// <param name="Owners">Keys of the sides that own it.</param>
/// <param name="MeetsHere">True when its meetings are held in this service.</param>
public sealed record BodyResource(
    string Key, string Sv, string En, string Level, IReadOnlyList<string> Owners, string? Area, string? EscalatesTo, string? PreparedBy, bool MeetsHere, DateOnly ValidFrom, DateOnly? ValidTo);

/// <param name="Group">Key of the body that is the area's group.</param>
public sealed record AreaResource(string Key, string Sv, string En, string Group, IReadOnlyList<string> Parties);

public sealed record PartyResource(string Key, string Sv, string En, PartyKind Kind, string? Side, IReadOnlyList<string> Areas);

/// <param name="Scope">What it is held for.</param>
public sealed record RoleResource(string Key, string Sv, string En, RoleScope Scope, string MandateSv, string MandateEn);
