using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Webhooks;

/// <param name="Channel">Key of an organisation's channel; null for a subscriber.</param>
/// <param name="Events">CloudEvents types; none wants all.</param>
public sealed record NewWebhook(string Name, string Url, string? Channel, IReadOnlyList<string> Events);

/// <param name="Secret">Shown once; null when it was not made now.</param>
public sealed record WebhookReceipt(Guid EndpointId, string? Secret);

/// <summary>The system administrator says where events are sent.</summary>
public sealed class EditWebhooks(ProcessStore store, ISecretProtection protection, WebhookOptions options)
{
    public Task<Outcome<WebhookReceipt>> Add(Actor actor, string? requestId, NewWebhook wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Edit(actor, "AddWebhook", requestId, async (unit, token) =>
        {
            if (string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Length > 100)
                return WebhookRefusals.Name();
            if (!WebhookRules.IsAddress(wanted.Url, options))
                return WebhookRefusals.Address();
            if (wanted.Events.Any(e => !WebhookEvents.Names.Contains(e, StringComparer.Ordinal)))
                return WebhookRefusals.Event();
            if (wanted.Channel is { } key && (await unit.Organisation(token)).Organisation.Channels.All(c => c.Key != key))
                return WebhookRefusals.Channel();
            var secret = WebhookSignature.NewSecret();
            var endpoint = new WebhookEndpoint
            {
                Id = unit.Ids.Next(),
                Name = wanted.Name.Trim(),
                Url = wanted.Url,
                Channel = wanted.Channel,
                Events = wanted.Channel is null ? string.Join(' ', wanted.Events) : string.Join(' ', WebhookEvents.OfChannels),
                Secret = protection.Protect(secret),
                CreatedBy = unit.Actor.AccountId,
                CreatedAt = unit.Now,
            };
            unit.Db.Add(endpoint);
            AccountRows.Log(unit, "AddWebhook", "webhooks.added", endpoint.Id.ToString());
            return Outcome<WebhookReceipt>.Accepted(new(endpoint.Id, secret));
        }, ct);
    }

    /// <summary>A new secret. The former one signs too for a day.</summary>
    public Task<Outcome<WebhookReceipt>> Rotate(Actor actor, string? requestId, Guid id, CancellationToken ct) =>
        Change(actor, "RotateWebhookSecret", requestId, id, (unit, endpoint) =>
        {
            var secret = WebhookSignature.NewSecret();
            (endpoint.FormerSecret, endpoint.FormerUntil) = (endpoint.Secret, unit.Now + WebhookRules.FormerSecretLives);
            endpoint.Secret = protection.Protect(secret);
            return secret;
        }, ct);

    /// <summary>Sends no more to it, or sends again.</summary>
    public Task<Outcome<WebhookReceipt>> Enable(Actor actor, string? requestId, Guid id, bool isEnabled, CancellationToken ct) =>
        Change(actor, isEnabled ? "EnableWebhook" : "DisableWebhook", requestId, id, (unit, endpoint) =>
        {
            endpoint.DisabledAt = isEnabled ? null : unit.Now;
            endpoint.DisabledBecause = isEnabled ? null : "person";
            return null;
        }, ct);

    /// <summary>Takes it away with its deliveries.</summary>
    public Task<Outcome<WebhookReceipt>> Remove(Actor actor, string? requestId, Guid id, CancellationToken ct) =>
        Change(actor, "RemoveWebhook", requestId, id, (unit, endpoint) =>
        {
            unit.Db.Remove(endpoint);
            return null;
        }, ct);

    private Task<Outcome<WebhookReceipt>> Change(Actor actor, string useCase, string? requestId, Guid id, Func<ProcessUnit, WebhookEndpoint, string?> change, CancellationToken ct) =>
        Edit(actor, useCase, requestId, async (unit, token) =>
        {
            if (await unit.Db.Set<WebhookEndpoint>().FirstOrDefaultAsync(e => e.Id == id, token) is not { } endpoint)
                return WebhookRefusals.NotFound();
            var secret = change(unit, endpoint);
            AccountRows.Log(unit, useCase, "webhooks.changed", id.ToString());
            return Outcome<WebhookReceipt>.Accepted(new(id, secret));
        }, ct);

    private Task<Outcome<WebhookReceipt>> Edit(Actor actor, string useCase, string? requestId, Func<ProcessUnit, CancellationToken, Task<Outcome<WebhookReceipt>>> edit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.Run<WebhookReceipt>(actor, useCase, requestId, async (unit, token) =>
            actor.Holds(RoleKeys.SystemAdministrator) ? await edit(unit, token) : AccessRefusals.NotAdministrator(), ct);
    }
}
