using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Messaging.Bus;
using MassTransit;
using Command = CaseFlow.Contracts.Intake.SubmitCase;

namespace CaseFlow.Messaging.Commands;

/// <summary>Hands in a case on the same road as the form. The request id makes a repeat harmless.</summary>
internal sealed class SubmitCaseConsumer(SubmitCase submit, ActorSource actors) : IConsumer<Command>
{
    public async Task Consume(ConsumeContext<Command> context)
    {
        var command = context.Message;
        // The bus is trusted to say who; an account that may not act has no role, and every use case refuses it.
        var actor = await actors.Find(command.AccountId, context.CancellationToken) ?? new(command.AccountId, []);
        var request = new SubmitCaseRequest(new(command.Area, command.Side), FormAnswers.FromJson(command.Answers));
        var outcome = await submit.Handle(actor, command.RequestId, request, context.CancellationToken);
        if (!outcome.IsAccepted)
            throw new CommandRefusedException(outcome.Refusals);
    }
}
