using System.Security.Cryptography;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Webhooks;
using CaseFlow.Messaging.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Webhooks;

/// <summary>
/// Sends the events that wait for their endpoints. What is not taken is tried again for three days, then it stands as given up
/// until a person sends it again. What a channel's site answers confirms the publication there.
/// </summary>
internal sealed partial class WebhookSending(
    IDbContextFactory<CaseFlowDb> databases, WebhookClient client, ISecretProtection protection, ConfirmChannel confirming, OrganisationSource organisations,
    Wakes wakes, TimeProvider time, ILogger<WebhookSending> log)
    : PollingLoop(wakes.Webhooks, time, TimeSpan.FromSeconds(2), log)
{
    /// <summary>Longer than one sending may take; after it another node sends what a dead one held.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _time = time;

    protected override Task<bool> Work(CancellationToken ct) => SendOne(ct);

    /// <summary>Sends one event that waits.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> SendOne(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await Take(db, ct) is not { } delivery)
            return false;
        var endpoint = await db.Set<WebhookEndpoint>().AsNoTracking().SingleAsync(e => e.Id == delivery.EndpointId, ct);
        if (endpoint.DisabledAt is not null)
        {
            await Store(db, delivery, WebhookState.GivenUp, new(null, "disabled"), ct);
            return true;
        }

        var answer = Secrets(endpoint) is { } secrets
            ? await client.Send(endpoint.Url, delivery.Id, delivery.Body, secrets, _time.GetUtcNow(), ct)
            : new WebhookAnswer(null, "secret");
        if (answer.IsTaken)
            answer = await Confirmed(endpoint, delivery, answer, ct);
        if (!answer.IsTaken)
            LogNotTaken(log, delivery.Id, delivery.Attempts, answer.Status, answer.Error);
        if (answer.IsGone)
            await Disable(db, endpoint, ct);
        // The process may die here: then the event goes again, with the same webhook-id.
        var isOver = answer.IsGone || WebhookRules.Pause(delivery.Id, delivery.Attempts) is null;
        await Store(db, delivery, answer.IsTaken ? WebhookState.Delivered : isOver ? WebhookState.GivenUp : WebhookState.Waiting, answer, ct);
        return true;
    }

    private async Task<WebhookDelivery?> Take(CaseFlowDb db, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var next = await db.Set<WebhookDelivery>().AsNoTracking()
            .Where(d => d.State == WebhookState.Waiting && d.AvailableAt <= now && (d.LeasedUntil == null || d.LeasedUntil <= now))
            .OrderBy(d => d.AvailableAt).FirstOrDefaultAsync(ct);
        if (next is null)
            return null;
        await using var transaction = await db.BeginWrite(ct);
        var until = now + LeaseTime;
        var taken = await db.Set<WebhookDelivery>()
            .Where(d => d.Id == next.Id && d.State == WebhookState.Waiting && (d.LeasedUntil == null || d.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedUntil, until).SetProperty(d => d.Attempts, d => d.Attempts + 1), ct);
        await transaction.Commit(ct);
        next.Attempts++;
        return taken == 1 ? next : await Take(db, ct);
    }

    private IReadOnlyList<string>? Secrets(WebhookEndpoint endpoint)
    {
        try
        {
            var inForce = protection.Unprotect(endpoint.Secret);
            return endpoint is { FormerSecret: { } former, FormerUntil: { } until } && until > _time.GetUtcNow() ? [inForce, protection.Unprotect(former)] : [inForce];
        }
        catch (CryptographicException)
        {
            return null; // the host's keys are other ones than when it was kept: a new secret must be made
        }
    }

    // The side confirms by its site's answer. A refusal (such as a text that has been replaced meanwhile) is no delivery.
    private async Task<WebhookAnswer> Confirmed(WebhookEndpoint endpoint, WebhookDelivery delivery, WebhookAnswer answer, CancellationToken ct)
    {
        if (endpoint.Channel is not { } key || delivery is not { Hash: { } hash, SubjectId: { } meeting } || answer.IsConfirmedLater)
            return answer;
        if ((await organisations.Current(ct)).Organisation.Channels.FirstOrDefault(c => c.Key == key) is not { } channel)
            return answer with { Error = "channel" };
        var outcome = await confirming.Handle(ConfirmChannel.SiteOf(channel), "webhook-" + delivery.Id.ToString("N"), new(meeting, key, hash, answer.Address), ct);
        return outcome.IsAccepted ? answer : answer with { Error = outcome.Refusals[0].Code };
    }

    private async Task Disable(CaseFlowDb db, WebhookEndpoint endpoint, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        await using var transaction = await db.BeginWrite(ct);
        await db.Set<WebhookEndpoint>().Where(e => e.Id == endpoint.Id).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.DisabledAt, now).SetProperty(e => e.DisabledBecause, "gone"), ct);
        await transaction.Commit(ct);
    }

    private async Task Store(CaseFlowDb db, WebhookDelivery delivery, WebhookState state, WebhookAnswer answer, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var again = now + (WebhookRules.Pause(delivery.Id, delivery.Attempts) ?? TimeSpan.Zero);
        await using var transaction = await db.BeginWrite(ct);
        await db.Set<WebhookDelivery>().Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state).SetProperty(d => d.LastStatus, answer.Status).SetProperty(d => d.LastError, answer.Error)
                .SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null).SetProperty(d => d.AvailableAt, again)
                .SetProperty(d => d.DeliveredAt, state == WebhookState.Delivered ? now : (DateTimeOffset?)null), ct);
        await transaction.Commit(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {DeliveryId} was not taken, attempt {Attempts}: status {Status}, {Error}.")]
    private static partial void LogNotTaken(ILogger log, Guid deliveryId, int attempts, int? status, string? error);
}
