using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts;
using CaseFlow.Contracts.Minutes;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Webhooks;

/// <summary>
/// Writes an event as deliveries to the endpoints that want it, once each. The body is the envelope of the Standard Webhooks
/// specification: type, timestamp, data. A channel also gets the minutes themselves, since it is to publish them.
/// </summary>
public sealed class WriteWebhooks(Ids ids, TimeProvider time, MailLinks links)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ContractJson.Options.Encoder };

    /// <summary>Adds the rows; the caller stores them.</summary>
    /// <param name="cause">The event's message id.</param>
    public async Task Write(CaseFlowDb db, Guid cause, object message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(message);
        if (ContractMap.NameOf(message.GetType()) is not { } type)
            return;
        var endpoints = (await db.Set<WebhookEndpoint>().AsNoTracking().Where(e => e.DisabledAt == null).ToListAsync(ct)).Where(e => e.Wants(type)).ToList();
        if (endpoints.Count == 0)
            return;
        var now = time.GetUtcNow();
        var data = JsonNode.Parse(ContractJson.Write(message))!; // a message is an object, never null
        var plain = Envelope(type, now, data.DeepClone());
        var whole = plain;
        if (message is MinutesReleased released && endpoints.Exists(e => e.Channel is not null))
            whole = Envelope(type, now, await WithText(db, data, released.PublicationId, ct));
        foreach (var endpoint in endpoints)
        {
            db.Add(new WebhookDelivery
            {
                Id = ids.Next(),
                EndpointId = endpoint.Id,
                Cause = cause.ToString("N"),
                EventType = type,
                SubjectId = SubjectOf(message),
                Hash = (message as MinutesReleased)?.Hash,
                Body = endpoint.Channel is null ? plain : whole,
                WrittenAt = now,
                AvailableAt = now,
            });
        }
    }

    private async Task<JsonNode> WithText(CaseFlowDb db, JsonNode data, Guid publicationId, CancellationToken ct)
    {
        if (await db.Set<MinutesPublication>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == publicationId, ct) is not { } publication)
            return data;
        data["title"] = publication.Title;
        data["date"] = publication.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        data["text"] = publication.Text;
        data["address"] = new Uri(links.BaseUrl, $"anteckningar/{publication.Body}/{data["date"]}").AbsoluteUri;
        return data;
    }

    private static string Envelope(string type, DateTimeOffset at, JsonNode data) =>
        new JsonObject { ["type"] = type, ["timestamp"] = at, ["data"] = data }.ToJsonString(Readable);

    private static Guid? SubjectOf(object message) => message switch
    {
        ICaseEvent e => e.CaseId,
        IMeetingEvent e => e.MeetingId,
        ISubjectEvent e => e.CaseId ?? e.MeetingId,
        _ => null,
    };
}
