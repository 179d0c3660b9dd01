using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Webhooks;

/// <param name="Failing">Deliveries that wait for another attempt, or have been given up.</param>
public sealed record ListedWebhook(
    Guid Id, string Name, string Url, string? Channel, IReadOnlyList<string> Events, DateTimeOffset? FormerUntil, DateTimeOffset? DisabledAt, string? DisabledBecause, int Failing);

public sealed record ListedDelivery(
    Guid Id, Guid EndpointId, string Endpoint, string EventType, Guid? SubjectId, WebhookState State, DateTimeOffset WrittenAt, DateTimeOffset AvailableAt, int Attempts, int? LastStatus, string? LastError, DateTimeOffset? DeliveredAt);

/// <summary>What has been sent to other systems and what has not, for the system administrator; and for those who publish, what their channels got.</summary>
public sealed class WebhookOutbox(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const int Most = 200;
    private static readonly string[] Publishers = ["administration", "ordforande", "vice-ordforande"];

    public async Task<Outcome<IReadOnlyList<ListedWebhook>>> Endpoints(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        var endpoints = await db.Set<WebhookEndpoint>().AsNoTracking().ToListAsync(ct);
        var failing = (await db.Set<WebhookDelivery>().Where(d => d.State == WebhookState.GivenUp || (d.State == WebhookState.Waiting && d.Attempts > 0))
            .GroupBy(d => d.EndpointId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).ToDictionary(g => g.Key, g => g.Count);
        return Outcome<IReadOnlyList<ListedWebhook>>.Accepted(
            [.. endpoints.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => new ListedWebhook(
                e.Id, e.Name, e.Url, e.Channel, e.EventTypes, e.FormerUntil, e.DisabledAt, e.DisabledBecause, failing.GetValueOrDefault(e.Id)))]);
    }

    /// <summary>The newest first; those that stand or wait before those that arrived.</summary>
    public async Task<Outcome<IReadOnlyList<ListedDelivery>>> Deliveries(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            return AccessRefusals.NotAdministrator();
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<WebhookDelivery>().AsNoTracking()
            .OrderBy(d => d.State == WebhookState.Delivered).ThenByDescending(d => d.WrittenAt).Take(Most).ToListAsync(ct);
        var names = await db.Set<WebhookEndpoint>().AsNoTracking().ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        return Outcome<IReadOnlyList<ListedDelivery>>.Accepted([.. found.Select(d => Listed(d, names[d.EndpointId]))]);
    }

    /// <summary>What the channels got of a meeting's minutes, the newest first.</summary>
    public async Task<IReadOnlyList<(string Channel, ListedDelivery Delivery)>> OfMeeting(Guid meetingId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var channels = await db.Set<WebhookEndpoint>().AsNoTracking().Where(e => e.Channel != null).ToDictionaryAsync(e => e.Id, ct);
        var found = await db.Set<WebhookDelivery>().AsNoTracking().Where(d => d.SubjectId == meetingId).OrderByDescending(d => d.WrittenAt).ToListAsync(ct);
        return [.. found.Where(d => channels.ContainsKey(d.EndpointId)).Select(d => (channels[d.EndpointId].Channel!, Listed(d, channels[d.EndpointId].Name)))]; // the query leaves out those without
    }

    /// <summary>Sends one again that was given up or waits for a later attempt: the administrator any, those who publish what went to a channel.</summary>
    public async Task<Outcome<WebhookState>> SendAgain(Actor actor, Guid deliveryId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var delivery = await db.Set<WebhookDelivery>().FirstOrDefaultAsync(d => d.Id == deliveryId, ct);
        var endpoint = delivery is null ? null : await db.Set<WebhookEndpoint>().FirstOrDefaultAsync(e => e.Id == delivery.EndpointId, ct);
        if (!actor.Holds(RoleKeys.SystemAdministrator) && (endpoint?.Channel is null || !Publishers.Any(role => actor.Holds(role))))
            return AccessRefusals.NotAdministrator();
        if (delivery is null || endpoint is null)
            return WebhookRefusals.NotFound();
        if (delivery.State == WebhookState.Delivered || (delivery.State == WebhookState.Waiting && delivery.Attempts == 0))
            return WebhookRefusals.NotStanding();
        (delivery.State, delivery.AvailableAt, delivery.Attempts, delivery.LastError) = (WebhookState.Waiting, time.GetUtcNow(), 0, null);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return Outcome<WebhookState>.Accepted(delivery.State);
    }

    private static ListedDelivery Listed(WebhookDelivery d, string endpoint) => new(
        d.Id, d.EndpointId, endpoint, d.EventType, d.SubjectId, d.State, d.WrittenAt, d.AvailableAt, d.Attempts, d.LastStatus, d.LastError, d.DeliveredAt);
}
