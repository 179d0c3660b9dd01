using System.Collections.Frozen;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Cases.Processes.Scenarios.ScenarioSteps;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The verbs of a scenario that concern a round of consultation.</summary>
internal sealed class ConsultationSteps(CloseConsultation close, AmendConsultation amend, DisposeView dispose)
{
    public static FrozenSet<string> Verbs { get; } = new[] { "CloseConsultation", "AmendConsultation", "DisposeView" }.ToFrozenSet(StringComparer.Ordinal);

    public Task<IReadOnlyList<Refusal>> Take(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var id = world.Find(world.Case);
        return step.Do switch
        {
            "CloseConsultation" => Refusals(close.Handle(actor, null, id, ct)),
            "AmendConsultation" => Refusals(amend.MoveDay(actor, null, id, step.With.Date("till") ?? throw new FormatException("A new last day needs 'till'."), ct)),
            "DisposeView" => Dispose(step, actor, id, world, ct),
            _ => throw new FormatException($"'{step.Do}' is no verb of a consultation."),
        };
    }

    private async Task<IReadOnlyList<Refusal>> Dispose(ScenarioStep step, Actor actor, Guid caseId, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        await using var db = world.OpenDb();
        var key = with.Text("mottagare");
        var views = await (
            from view in db.Set<ConsultationView>()
            join recipient in db.Set<ConsultationRecipient>() on view.RecipientId equals recipient.Id
            where recipient.CaseId == caseId && recipient.Key == key
            select view.Id).ToListAsync(ct);
        ViewDisposition? disposition = with.Text("omhandertagande") switch
        {
            "accepteras" => ViewDisposition.Accepted,
            "delvis" => ViewDisposition.Partly,
            "avvisas" => ViewDisposition.Rejected,
            _ => null,
        };
        return await Refusals(dispose.Handle(actor, null, caseId, views, disposition, with.Text("skal"), ct));
    }
}
