using CaseFlow.Cases;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Verbs;

/// <summary>The subjects on the configured database, for a verb that may run beside the server.</summary>
internal static class VerbServices
{
    public static ServiceProvider On(DatabaseOptions database) =>
        new ServiceCollection().AddLogging().AddCases(database with { IsBesideServer = true }).BuildServiceProvider();

    /// <summary>True when the database holds the tables of this release; creates them when it holds nothing at all.</summary>
    /// <remarks>The tables of an earlier release are left to the server's own start: one that still runs would not know the new ones.</remarks>
    public static async Task<bool> IsReady(IServiceProvider services, IConfiguration configuration, TextWriter output, CancellationToken ct)
    {
        Directory.CreateDirectory(Store.DataFolder(configuration));
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync(ct);
        if (await Exists(db, ct) && (await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await output.WriteLineAsync("The database belongs to an earlier release. Start the server of this release once; it brings the database up to date.");
            return false;
        }

        await services.GetRequiredService<MigrateDatabase>().Run(ct);
        return true;
    }

    /// <summary>True when CaseFlow has ever made its tables there.</summary>
    public static async Task<bool> Exists(CaseFlowDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) && (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
}
