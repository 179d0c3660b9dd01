using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Tasks;
using CaseFlow.Messaging.Bus;
using MassTransit;
using Command = CaseFlow.Contracts.Tasks.CompleteTask;

namespace CaseFlow.Messaging.Commands;

/// <summary>Completes a user task on the same road as its page. The request id makes a repeat harmless.</summary>
internal sealed class CompleteTaskConsumer(CompleteTask tasks, CommandActors actors) : IConsumer<Command>
{
    public async Task Consume(ConsumeContext<Command> context)
    {
        var command = context.Message;
        var actor = await actors.Find(command.AccountId, context.CancellationToken);
        var request = new CompleteTaskRequest(new(command.InstanceId, command.TaskKey), command.TaskVersion, FormAnswers.FromJson(command.Answers));
        var outcome = await tasks.Handle(actor, command.RequestId, request, context.CancellationToken);
        if (!outcome.IsAccepted)
            throw new CommandRefusedException(outcome.Refusals);
    }
}
