using CaseFlow.Cases.Access;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Consultation;

/// <summary>Reminds those who have not answered: accounts by notice, those without by a mail with a new personal link (R164).</summary>
public sealed class RemindRecipients(ProcessStore store, ConsultationMails mails)
{
    /// <summary>The preparers remind now.</summary>
    /// <returns>How many mails were written to recipients without an account.</returns>
    public Task<Outcome<int>> Handle(Actor actor, string? requestId, Guid caseId, CancellationToken ct) =>
        store.Run<int>(actor, nameof(RemindRecipients), requestId, async (unit, token) =>
        {
            if (await unit.Load(caseId, token) is not { } instance || await ConsultationRows.Latest(unit.Db, caseId, token) is not { } round)
                return ConsultationRefusals.NotFound();
            if (!CloseConsultation.MayClose(unit.Actor))
                return ConsultationRefusals.NotYours();
            return ConsultationRows.OpenTasks(instance.State).Count == 0
                ? ConsultationRefusals.NotOpen()
                : Outcome<int>.Accepted(await Remind(unit, instance, round, mails, notSince: null, token));
        }, ct);

    /// <param name="notSince">Whoever was written to after this moment is left in peace; null for nobody.</param>
    internal static async Task<int> Remind(ProcessUnit unit, LoadedInstance instance, ConsultationRound round, ConsultationMails mails, DateTimeOffset? notSince, CancellationToken ct)
    {
        var element = instance.State.OpenTasks.FirstOrDefault(t => t.Assignment.CommandName == ConsultationRows.AnswerCommand)?.ElementId ?? "";
        await RemindHolders.Remind(unit, instance, element, ct);
        var written = (await ConsultationRows.Waiting(unit.Db, round, ct)).FindAll(r => r is { Email: not null, RoundId: not null } && !(r.ToldAt > notSince));
        written.ForEach(r => mails.Add(unit, r, round, instance.Number ?? "", ConsultationOccasion.Reminded));
        return written.Count;
    }
}

/// <summary>Reminds by itself some days before the last one (<c>remiss.paminn</c>); not those who were asked a moment ago.</summary>
internal sealed class RemindOfConsultation(ConsultationMails mails) : IInlineTopic
{
    private static readonly TimeSpan Peace = TimeSpan.FromDays(3);

    public string Topic => "remiss.paminn";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await ConsultationRows.Latest(unit.Db, context.Instance.Id, ct) is { } round)
            await RemindRecipients.Remind(unit, context.Instance, round, mails, unit.Now - Peace, ct);
        return FeelContext.Empty;
    }
}
