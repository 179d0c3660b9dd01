using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Messaging.Bus;
using MassTransit;
using Command = CaseFlow.Contracts.Intake.SubmitCase;

namespace CaseFlow.Messaging.Commands;

/// <summary>Hands in a case on the same road as the form. The request id makes a repeat harmless.</summary>
internal sealed class SubmitCaseConsumer(SubmitCase submit, CommandActors actors) : IConsumer<Command>
{
    public async Task Consume(ConsumeContext<Command> context)
    {
        var command = context.Message;
        var actor = await actors.Find(command.AccountId, context.CancellationToken);
        var request = new SubmitCaseRequest(new(command.Area, command.Side), FormAnswers.FromJson(command.Answers));
        var outcome = await submit.Handle(actor, command.RequestId, request, context.CancellationToken);
        if (!outcome.IsAccepted)
            throw new CommandRefusedException(outcome.Refusals);
    }
}
