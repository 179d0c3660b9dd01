using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Tasks;
using CaseFlow.Messaging.Bus;
using MassTransit;
using Command = CaseFlow.Contracts.Tasks.CompleteTask;

namespace CaseFlow.Messaging.Commands;

/// <summary>Completes a user task on the same road as its page. The request id makes a repeat harmless.</summary>
internal sealed class CompleteTaskConsumer(CompleteTask tasks, ActorSource actors) : IConsumer<Command>
{
    public async Task Consume(ConsumeContext<Command> context)
    {
        var command = context.Message;
        // The bus is trusted to say who; an account that may not act has no role, and every use case refuses it.
        var actor = await actors.Find(command.AccountId, context.CancellationToken) ?? new(command.AccountId, []);
        var request = new CompleteTaskRequest(new(command.InstanceId, command.TaskKey), command.TaskVersion, FormAnswers.FromJson(command.Answers));
        var outcome = await tasks.Handle(actor, command.RequestId, request, context.CancellationToken);
        if (!outcome.IsAccepted)
            throw new CommandRefusedException(outcome.Refusals);
    }
}
