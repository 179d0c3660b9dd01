using CaseFlow.Cases.Webhooks;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Contracts.Escalation;
using CaseFlow.Contracts.Intake;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Contracts.Minutes;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Contracts.Timeline;
using CaseFlow.Messaging.Hosting;
using CaseFlow.Messaging.Inbox;
using MassTransit;

namespace CaseFlow.Messaging.Webhooks;

/// <summary>Writes every event down for the endpoints that want it, once.</summary>
internal sealed class WebhookConsumer(ConsumerUnit unit, WriteWebhooks webhooks, Wakes wakes)
    : IConsumer<CaseReceived>, IConsumer<CaseWithdrawn>, IConsumer<CaseSorted>, IConsumer<CaseStatusChanged>, IConsumer<CaseClosed>,
        IConsumer<MeetingPlanned>, IConsumer<MeetingMoved>, IConsumer<MeetingCancelled>, IConsumer<MeetingSummoned>, IConsumer<MeetingItemDecided>,
        IConsumer<MinutesReleased>, IConsumer<MinutesPublished>, IConsumer<MinutesWithdrawn>, IConsumer<EscalationReceived>, IConsumer<EscalationAnswered>
{
    public Task Consume(ConsumeContext<CaseReceived> context) => Write(context);

    public Task Consume(ConsumeContext<CaseWithdrawn> context) => Write(context);

    public Task Consume(ConsumeContext<CaseSorted> context) => Write(context);

    public Task Consume(ConsumeContext<CaseStatusChanged> context) => Write(context);

    public Task Consume(ConsumeContext<CaseClosed> context) => Write(context);

    public Task Consume(ConsumeContext<MeetingPlanned> context) => Write(context);

    public Task Consume(ConsumeContext<MeetingMoved> context) => Write(context);

    public Task Consume(ConsumeContext<MeetingCancelled> context) => Write(context);

    public Task Consume(ConsumeContext<MeetingSummoned> context) => Write(context);

    public Task Consume(ConsumeContext<MeetingItemDecided> context) => Write(context);

    public Task Consume(ConsumeContext<MinutesReleased> context) => Write(context);

    public Task Consume(ConsumeContext<MinutesPublished> context) => Write(context);

    public Task Consume(ConsumeContext<MinutesWithdrawn> context) => Write(context);

    public Task Consume(ConsumeContext<EscalationReceived> context) => Write(context);

    public Task Consume(ConsumeContext<EscalationAnswered> context) => Write(context);

    private async Task Write<T>(ConsumeContext<T> context)
        where T : class
    {
        var cause = context.MessageId ?? throw new InvalidOperationException("The inbox lets no message without an id through.");
        await webhooks.Write(unit.Db, cause, context.Message, context.CancellationToken);
        wakes.Webhooks.Call();
    }
}
