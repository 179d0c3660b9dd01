using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>How the use cases find the rows of a round.</summary>
internal static class ConsultationRows
{
    /// <summary>The command of a recipient's task.</summary>
    public const string AnswerCommand = "AnswerConsultation";

    private const string RecipientVariable = "mottagare";
    private const string KeyVariable = "id";

    /// <summary>The round that was opened last; null before the first.</summary>
    public static Task<ConsultationRound?> Latest(CaseFlowDb db, Guid caseId, CancellationToken ct) =>
        db.Set<ConsultationRound>().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    /// <summary>Those of the round who have not answered, those added in this very unit included, and those who wait for a round.</summary>
    public static async Task<List<ConsultationRecipient>> Waiting(CaseFlowDb db, ConsultationRound round, CancellationToken ct)
    {
        var rows = db.Set<ConsultationRecipient>();
        await rows.Where(r => r.CaseId == round.CaseId && r.AnsweredAt == null && (r.RoundId == null || r.RoundId == round.Id)).LoadAsync(ct);
        return [.. rows.Local.Where(r => r.CaseId == round.CaseId && r.AnsweredAt is null && (r.RoundId is null || r.RoundId == round.Id)).OrderBy(r => r.Id)];
    }

    /// <summary>The open tasks by the key of the recipient who has them; empty when no round waits for answers.</summary>
    public static IReadOnlyDictionary<string, long> OpenTasks(InstanceState state) => state.OpenTasks
        .Where(t => t.Assignment.CommandName == AnswerCommand)
        .Select(t => (Key: RecipientOf(state.VariablesAt(t.Key)), Task: t.Key))
        .Where(t => t.Key is not null)
        .ToDictionary(t => t.Key ?? "", t => t.Task, StringComparer.Ordinal); // filtered on the key

    /// <summary>The key of the recipient whose task sees the variables.</summary>
    public static string? RecipientOf(Engine.Feel.FeelContext variables) => variables[RecipientVariable].AsContext()?[KeyVariable].AsString();
}
