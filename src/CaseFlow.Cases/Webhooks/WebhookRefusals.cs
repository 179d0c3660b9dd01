using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Webhooks;

/// <summary>What sending events can be refused with.</summary>
internal static class WebhookRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Webhooks.WebhookTexts", typeof(WebhookRefusals).Assembly);

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "webhooks.not-found", "NotFound");

    public static Refusal Name() => Of(RefusalKind.Invalid, "webhooks.name", "Name", "name");

    public static Refusal Address() => Of(RefusalKind.Invalid, "webhooks.address", "Address", "url");

    public static Refusal Event() => Of(RefusalKind.Invalid, "webhooks.event", "Event", "events");

    public static Refusal Channel() => Of(RefusalKind.Invalid, "webhooks.channel", "Channel", "channel");

    public static Refusal NotStanding() => Of(RefusalKind.Conflict, "webhooks.not-standing", "NotStanding");

    private static Refusal Of(RefusalKind kind, string code, string key, string? field = null) => new(kind, code, BilingualText.From(Texts, key), Field: field);
}
