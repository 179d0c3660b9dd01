using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Processes;

/// <summary>The first of two steps to deploy: every fault of some definitions. Those without one are kept for a day, so that what is deployed is what was looked at.</summary>
public sealed class CheckDefinitions(DeployBundle deploy, SecurityLog log)
{
    /// <returns>A report that says <see cref="DeployResult.Kept"/> with the hash, or <see cref="DeployResult.Refused"/> with every fault.</returns>
    public async Task<Outcome<DeployReport>> Handle(Actor actor, IReadOnlyCollection<SourceFile> files, CancellationToken ct)
    {
        if (ProcessRefusals.MayDeploy(actor) is { } refusal)
        {
            await log.Record(actor.AccountId, nameof(CheckDefinitions), refusal.Code, target: null, remoteAddress: null, ct);
            return refusal;
        }

        return Outcome<DeployReport>.Accepted(await deploy.Keep(files, ct));
    }
}
