using CaseFlow.Cases.Notifications;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Messaging.Hosting;
using CaseFlow.Messaging.Inbox;
using MassTransit;

namespace CaseFlow.Messaging.Notifications;

/// <summary>Turns a request to tell people of something into notices and mails, once.</summary>
internal sealed class MailRequestedConsumer(ConsumerUnit unit, WriteNotices notices, Wakes wakes) : IConsumer<MailRequested>
{
    public async Task Consume(ConsumeContext<MailRequested> context)
    {
        var cause = context.MessageId ?? throw new InvalidOperationException("The inbox lets no message without an id through.");
        await notices.Write(unit.Db, cause, context.Message, context.CancellationToken);
        // The commit comes right after; at worst the delivery looks once in vain and again two seconds later.
        wakes.Mail.Call();
    }
}
