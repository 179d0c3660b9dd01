using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Consultation;

/// <summary>
/// Opens a round of consultation (<c>remiss.oppna</c>, R164): one recipient for each that the preparers chose, and those without
/// an account that they had named (R167), who get their personal link by mail. Run again while the round is open, since it was
/// prolonged or somebody was added, it goes on with those who have not answered.
/// </summary>
internal sealed class OpenConsultation(ConsultationMails mails) : IInlineTopic
{
    private const string ChosenVariable = "remissmottagarnaVal";
    private const string DueVariable = "remissTill";
    private const string DeadlineKey = "remiss";
    private const string AreaRole = "processledare";
    private const string SideRole = "huvudman-kontakt";
    private const string PreparerRole = "beredningsansvarig";

    public string Topic => "remiss.oppna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var governance = await unit.Organisation(ct);
        DateOnly? asked = context.Variables[DueVariable] is { Kind: FeelKind.Date } date && date.TryGetDate(out var day) ? day : null;
        var round = await ConsultationRows.Latest(unit.Db, context.Instance.Id, ct);
        var goesOn = round is { CompiledAt: null };
        if (round is null || !goesOn)
        {
            var codes = context.Instance.Variables[ChosenVariable].AsList()?.Select(v => v.AsString()).OfType<string>() ?? [];
            round = Begin(unit, governance.Organisation, context.Instance.Id, (round?.Number ?? 0) + 1, codes);
        }

        var before = round.Due;
        round.Due = asked ?? (goesOn ? before : governance.Mandate.DueDate(DeadlineKey, unit.Today));
        var waiting = await ConsultationRows.Waiting(unit.Db, round, ct);
        waiting.ForEach(r => r.RoundId = round.Id);
        foreach (var recipient in waiting.Where(r => r.Email is not null && (r.ToldAt is null || (goesOn && round.Due != before))))
            mails.Add(unit, recipient, round, context.Instance.Number ?? "", recipient.ToldAt is null ? ConsultationOccasion.Invited : ConsultationOccasion.Moved);
        return FeelContext.Of(
        [
            new("remissmottagare", FeelValue.Of(waiting.ConvertAll(r => ToFeel(governance.Organisation, r)))),
            new(DueVariable, FeelValue.Of(round.Due)),
            new("svarRacker", FeelValue.Of((long)waiting.Count)),
        ]);
    }

    private static ConsultationRound Begin(ProcessUnit unit, OrganisationModel organisation, Guid caseId, int number, IEnumerable<string> codes)
    {
        var round = new ConsultationRound { Id = unit.Ids.Next(), CaseId = caseId, Number = number, OpenedAt = unit.Now, OpenedBy = unit.Actor.AccountId };
        unit.Db.Add(round);
        var chosen = codes.SelectMany(code => RecipientChoices.Expand(organisation, code, unit.Today)).DistinctBy(c => c.Key, StringComparer.Ordinal);
        unit.Db.AddRange(chosen.Select(choice => new ConsultationRecipient
        {
            Id = unit.Ids.Next(),
            CaseId = caseId,
            RoundId = round.Id,
            Key = choice.Key,
            Kind = choice.Kind,
            AddedAt = unit.Now,
        }));
        return round;
    }

    // Who has no account answers by link; the preparers may file the answer in their place.
    private static FeelValue ToFeel(OrganisationModel organisation, ConsultationRecipient recipient)
    {
        var (role, side, area) = recipient.Kind switch
        {
            RecipientKind.Area => (AreaRole, null, recipient.Key),
            RecipientKind.Side => (SideRole, recipient.Key, (string?)null),
            RecipientKind.Party => (SideRole, organisation.FindParty(recipient.Key) is { } party ? organisation.SideOf(party)?.Key : null, null),
            RecipientKind.External or RecipientKind.Invited => (PreparerRole, null, null),
        };
        return FeelValue.Of(FeelContext.Of(
        [
            new("id", FeelValue.Of(recipient.Key)),
            new("roll", FeelValue.Of(role)),
            new("sida", FeelValue.Of(side)),
            new("omrade", FeelValue.Of(area)),
        ]));
    }
}
