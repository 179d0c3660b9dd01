using System.Globalization;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Verbs;

/// <summary><c>deployed</c>: what new cases start with since when and by whom, and what it was before. Reads only.</summary>
internal static class Deployed
{
    private const int Shown = 20;

    public static async Task<int> Run(DatabaseOptions database, TextWriter output, CancellationToken ct)
    {
        await using var services = VerbServices.On(database);
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync(ct);
        var rows = await VerbServices.Exists(db, ct)
            ? await db.Deployments.AsNoTracking().OrderByDescending(d => d.Sequence).Take(Shown).ToListAsync(ct)
            : [];
        if (rows.Count == 0)
            await output.WriteLineAsync("Nothing is deployed yet.");
        foreach (var row in rows)
            await output.WriteLineAsync($"{(row == rows[0] ? "now   " : "before")} {row.At.ToString("u", CultureInfo.InvariantCulture)} {row.BundleHash[..12]} {row.By}");
        return Verb.Well;
    }
}
