using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes;

/// <summary>The second of two steps to deploy: what somebody has looked at becomes what new cases start with. Also takes an earlier deployment into use again.</summary>
public sealed class DeployChecked(IDbContextFactory<CaseFlowDb> databases, DeployBundle deploy, ImportSeats seats, SecurityLog log)
{
    /// <param name="hash">Of definitions that were checked or deployed before.</param>
    /// <param name="seen">What was deployed when the person looked; null for nothing. Refused as stale when it is no longer that.</param>
    /// <returns>Also a report that says <see cref="DeployResult.Refused"/>: an old bundle may lack what this release asks for.</returns>
    public async Task<Outcome<DeployReport>> Handle(Actor actor, string hash, string? seen, CancellationToken ct)
    {
        if (ProcessRefusals.MayDeploy(actor) is { } refusal)
        {
            await log.Record(actor.AccountId, nameof(DeployChecked), refusal.Code, hash, remoteAddress: null, ct);
            return refusal;
        }

        var files = await Files(hash, ct);
        if (files.Count == 0)
            return ProcessRefusals.NotKept();
        var report = await deploy.Handle(files, actor, current => current == seen, ct);
        if (report.Result == DeployResult.Overtaken)
            return ProcessRefusals.Overtaken();
        if (report.Result == DeployResult.Deployed)
            await seats.Run(ct);
        return Outcome<DeployReport>.Accepted(report);
    }

    private async Task<List<SourceFile>> Files(string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.BundleFiles.AsNoTracking().Where(f => f.BundleHash == hash).Select(f => new SourceFile(f.Path, f.Text)).ToListAsync(ct);
    }
}
