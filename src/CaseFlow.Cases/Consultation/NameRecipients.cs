using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>What became of a list of recipients: how many are new, and how many known ones got an address.</summary>
public sealed record NamedRecipients(int Added, int Addressed);

/// <summary>
/// The preparers name recipients without an account, or give known ones an address, many at a time (R164, R167). Before the round
/// they wait for it; while it is open they are taken in at once.
/// </summary>
public sealed class NameRecipients(ProcessStore store, ConsultationMails mails)
{
    /// <param name="lines">One a line: the name, then an address after a semicolon where there is one.</param>
    public Task<Outcome<NamedRecipients>> Handle(Actor actor, string? requestId, Guid caseId, string lines, CancellationToken ct) =>
        store.Run<NamedRecipients>(actor, nameof(NameRecipients), requestId, (unit, token) => Name(unit, caseId, lines, token), ct);

    private async Task<Outcome<NamedRecipients>> Name(ProcessUnit unit, Guid caseId, string lines, CancellationToken ct)
    {
        var instance = await unit.Load(caseId, ct);
        if (instance is null || await unit.Db.Cases.FindAsync([caseId], ct) is not { ClosedAt: null })
            return ConsultationRefusals.NotFound();
        if (!CloseConsultation.MayClose(unit.Actor))
            return ConsultationRefusals.NotYours();
        var read = RecipientLines.Read(lines);
        if (!read.IsAccepted)
            return Outcome<NamedRecipients>.Refused(read.Refusals);
        var round = await ConsultationRows.Latest(unit.Db, caseId, ct) is { CompiledAt: null } running ? running : null;
        if (round is not null && ConsultationRows.OpenTasks(instance.State).Count == 0)
            return ConsultationRefusals.NotOpen();
        var known = await unit.Db.Set<ConsultationRecipient>().Where(r => r.CaseId == caseId && (r.RoundId == null || (round != null && r.RoundId == round.Id))).ToListAsync(ct);
        var organisation = (await unit.Organisation(ct)).Organisation;
        var (added, addressed) = (0, 0);
        foreach (var (name, email) in read.Value)
        {
            if (known.Find(r => IsCalled(organisation, r, name)) is not { } recipient)
            {
                known.Add(Add(unit, caseId, name, email));
                added++;
            }
            else if (email is not null && recipient.Email != email)
            {
                recipient.Email = email;
                addressed++;
                if (round is not null && recipient.AnsweredAt is null && recipient.RoundId is not null)
                    mails.Add(unit, recipient, round, instance.Number ?? "", ConsultationOccasion.Invited);
            }
        }

        if (round is not null && added > 0 && await AmendConsultation.GoOn(unit, instance, round.Due, ct) is { } refused)
            return refused;
        return Outcome<NamedRecipients>.Accepted(new(added, addressed));
    }

    // "Skövde" and "Skövde kommun" are the same party to whoever writes a list.
    private static bool IsCalled(OrganisationModel organisation, ConsultationRecipient recipient, string name)
    {
        var known = RecipientChoices.NameOf(organisation, recipient).Sv;
        return string.Equals(known, name, StringComparison.OrdinalIgnoreCase)
            || (recipient.Kind == RecipientKind.Party && string.Equals(known + " kommun", name, StringComparison.OrdinalIgnoreCase));
    }

    private static ConsultationRecipient Add(ProcessUnit unit, Guid caseId, string name, string? email)
    {
        var id = unit.Ids.Next();
        var recipient = new ConsultationRecipient { Id = id, CaseId = caseId, Key = id.ToString("N"), Kind = RecipientKind.Invited, Name = name, Email = email, AddedAt = unit.Now };
        unit.Db.Add(recipient);
        return recipient;
    }
}
