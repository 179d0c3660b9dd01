using System.Resources;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Processes;

/// <summary>Tries an element that stands with an incident again, with corrected variables. For the process owner and the system administrator.</summary>
public sealed class MendIncident(ProcessStore store)
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Processes.ProcessTexts", typeof(MendIncident).Assembly);
    private static readonly string[] MayMend = ["processagare", "systemadministrator"];

    /// <param name="corrections">Merged into the element's scope before the retry; often empty.</param>
    /// <returns>The instance's version after it.</returns>
    public Task<Outcome<long>> Handle(Actor actor, string? requestId, Guid instanceId, long incidentKey, FeelContext corrections, CancellationToken ct) =>
        store.Run<long>(actor, nameof(MendIncident), requestId, async (unit, token) =>
        {
            if (!MayMend.Any(role => actor.Holds(role)))
            {
                return Refuse(RefusalKind.Forbidden, "incident.not-allowed", "IncidentNotAllowed");
            }

            var instance = await unit.Load(instanceId, token);
            if (instance is null || !instance.State.Incidents.Any(i => i.Key == incidentKey))
            {
                return Refuse(RefusalKind.Stale, "incident.not-open", "IncidentNotOpen");
            }

            var rejection = await unit.Execute(instance, new RetryIncident(incidentKey, corrections), token);
            return rejection is null ? Outcome<long>.Accepted(instance.NextVersion) : StoreRefusals.From(rejection);
        }, ct);

    private static Refusal Refuse(RefusalKind kind, string code, string text) => new(kind, code, BilingualText.From(Texts, text));
}
