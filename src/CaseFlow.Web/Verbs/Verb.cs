using CaseFlow.Cases.Storage;

namespace CaseFlow.Web.Verbs;

/// <summary>
/// What the executable does instead of serving, when its first arguments say so: for process owners and operators on the command line.
/// Exit code 0: all is well. 1: something was found. 2: it was not understood.
/// </summary>
internal static class Verb
{
    public const int Well = 0;
    public const int Found = 1;
    public const int NotUnderstood = 2;

    private const string Usage = """
        CaseFlow.Web                                serves
        CaseFlow.Web validate <folder>              says what deploying the folder would say, with file, line and element
        CaseFlow.Web deploy <folder> [--dry-run]    deploys the folder whole or not at all; --dry-run only says what would change
        CaseFlow.Web deployed                       says what is deployed, since when and by whom
        CaseFlow.Web keys issue <mail> <purpose>    makes a key with which a program acts for an account, and shows it once
        CaseFlow.Web keys list | revoke <id>        says which keys there are; makes one open nothing any more
        CaseFlow.Web scenario run <file|folder>     plays scenarios on a database of their own and says which hold
        CaseFlow.Web scenario load [<file|folder>]  plays the demo scenarios into the configured database
        CaseFlow.Web replay --all                   proves that the stored facts give the stored state
        """;

    /// <summary>True when the arguments begin with a verb; settings (<c>--key value</c>) do not.</summary>
    public static bool IsIn(string[] args) => args is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Runs the verb and returns the exit code.</summary>
    public static async Task<int> Run(string[] args, IConfiguration configuration, TextWriter output, CancellationToken ct = default)
    {
        DatabaseOptions Configured() => Hosting.Store.Database(configuration);
        switch (args)
        {
            case ["validate", var folder]:
                return await Validate.Run(folder, output, ct);
            case ["deploy", .. { Length: > 0 } rest]:
                return await Deploy.Run(rest, configuration, Configured(), output, ct);
            case ["deployed"]:
                return await Deployed.Run(Configured(), output, ct);
            case ["keys", .. { Length: > 0 } rest]:
                return await Keys.Run(rest, configuration, Configured(), output, ct);
            case ["scenario", "run", var where]:
                return await RunScenarios.Run(where, output, ct);
            case ["scenario", "load", .. var rest] when rest.Length <= 1:
                return await LoadScenarios.Run(rest.FirstOrDefault(), configuration, Configured(), output, ct);
            case ["replay", "--all"]:
                return await Replay.Run(Configured(), output, ct);
            default:
                await output.WriteLineAsync(Usage);
                return NotUnderstood;
        }
    }
}
