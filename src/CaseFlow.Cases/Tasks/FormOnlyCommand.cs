using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tasks;

/// <summary>A command whose rules all stand in its form: it has a name, so that models, scenarios and messages can speak of it.</summary>
public sealed class FormOnlyCommand(string name) : ITaskCommand
{
    public string Name => name;

    public Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct) =>
        Task.FromResult(Outcome<FeelContext>.Accepted(FeelContext.Empty));
}
