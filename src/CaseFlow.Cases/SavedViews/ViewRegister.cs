using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.SavedViews;

/// <summary>Whom a view is shared with; all null and false: nobody.</summary>
public sealed record ViewSharing(string? Side = null, string? Area = null, bool IsForAll = false);

/// <param name="IsOwn">Only the owner may remove it.</param>
/// <param name="IsDefault">The reader's list opens with it.</param>
public sealed record ShownView(SavedView View, bool IsOwn, bool IsDefault);

/// <summary>Views that people save for themselves and share with their own.</summary>
public sealed class ViewRegister(IDbContextFactory<CaseFlowDb> databases, Ids ids, TimeProvider time)
{
    public const int LongestName = 80;
    public const int LongestQuery = 1000;
    private const int MostOfOne = 50;

    /// <summary>The reader's own views and those that are shared with them, by name.</summary>
    public async Task<IReadOnlyList<ShownView>> Of(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (sides, areas) = (actor.Grants.Select(g => g.Side).OfType<string>().Distinct().ToList(), actor.Grants.Select(g => g.Area).OfType<string>().Distinct().ToList());
        await using var db = await databases.CreateDbContextAsync(ct);
        var views = await db.Set<SavedView>().AsNoTracking()
            .Where(v => v.OwnerId == actor.AccountId || v.IsForAll || (v.Side != null && sides.Contains(v.Side)) || (v.Area != null && areas.Contains(v.Area))).ToListAsync(ct);
        var chosen = await db.Set<DefaultView>().AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == actor.AccountId, ct);
        return [.. views.OrderBy(v => v.OwnerId != actor.AccountId).ThenBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(v => new ShownView(v, v.OwnerId == actor.AccountId, v.Id == chosen?.ViewId))];
    }

    /// <summary>The view that the reader's list opens with; null when none is chosen or it is no longer shared with them.</summary>
    public async Task<SavedView?> DefaultOf(Actor actor, CancellationToken ct) => (await Of(actor, ct)).FirstOrDefault(v => v.IsDefault)?.View;

    /// <summary>Saves a view under a name; one of the actor's own with that name gets the new content.</summary>
    public async Task<Outcome<Guid>> Save(Actor actor, string name, string query, ViewSharing sharing, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(sharing);
        if (new Input.Rules().Check(new(name, query)) is { Count: > 0 } faults)
            return Outcome<Guid>.Refused(faults);
        if (!MayShare(actor, sharing))
            return SavedViewRefusals.NotYours();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        var own = await db.Set<SavedView>().Where(v => v.OwnerId == actor.AccountId).ToListAsync(ct);
        var view = own.Find(v => v.Name == name);
        if (view is null && own.Count >= MostOfOne)
            return SavedViewRefusals.TooMany(MostOfOne);
        if (view is null)
            db.Add(view = new SavedView { Id = ids.Next(), OwnerId = actor.AccountId, Name = name, Query = query });
        (view.Query, view.Side, view.Area, view.IsForAll, view.SavedAt) = (query, sharing.Side, sharing.Area, sharing.IsForAll, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return Outcome<Guid>.Accepted(view.Id);
    }

    /// <summary>Removes a view of the actor's own for everybody; another's or an unknown one is left alone.</summary>
    public async Task Remove(Actor actor, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        if (await db.Set<SavedView>().FirstOrDefaultAsync(v => v.Id == id && v.OwnerId == actor.AccountId, ct) is { } view)
            db.Remove(view);
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
    }

    /// <summary>The actor's list opens with this view from now on; null: with all cases.</summary>
    public async Task<Outcome<bool>> ChooseDefault(Actor actor, Guid? id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (id is { } wanted && !(await Of(actor, ct)).Any(v => v.View.Id == wanted))
            return SavedViewRefusals.Gone();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        await db.Set<DefaultView>().Where(d => d.AccountId == actor.AccountId).ExecuteDeleteAsync(ct);
        if (id is { } chosen)
            db.Add(new DefaultView { AccountId = actor.AccountId, ViewId = chosen });
        await db.SaveChangesAsync(ct);
        await write.Commit(ct);
        return Outcome<bool>.Accepted(true);
    }

    // With one's own side or area, and with everybody for whoever has a role at all.
    private static bool MayShare(Actor actor, ViewSharing sharing) =>
        (sharing.Side is null || actor.Grants.Any(g => g.Side == sharing.Side))
        && (sharing.Area is null || actor.Grants.Any(g => g.Area == sharing.Area))
        && (!sharing.IsForAll || actor.Grants.Count > 0);

    private sealed record Input(string? Name, string? Query)
    {
        public sealed class Rules : AbstractValidator<Input>
        {
            public Rules()
            {
                RuleFor(i => i.Name).Needed().Line(LongestName).NoPersonalNumber();
                RuleFor(i => i.Query).Line(LongestQuery).NoPersonalNumber();
            }
        }
    }
}
