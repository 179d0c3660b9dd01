using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Web.Verbs;

/// <summary><c>keys</c>: issues, lists and revokes the keys with which programs act for an account. A secret is shown once, when it is issued.</summary>
internal static class Keys
{
    public static async Task<int> Run(string[] arguments, IConfiguration configuration, DatabaseOptions database, TextWriter output, CancellationToken ct)
    {
        await using var services = VerbServices.On(database);
        if (!await VerbServices.IsReady(services, configuration, output, ct))
            return Verb.Found;
        var keys = services.GetRequiredService<ProgramKeys>();
        switch (arguments)
        {
            case ["list"]:
                return await List(keys, output, ct);
            case ["issue", var email, .. { Length: > 0 } name]:
                return await Issue(keys, new(email, string.Join(' ', name)), output, ct);
            case ["revoke", var id] when Guid.TryParse(id, out var key):
                return await Revoke(keys, key, output, ct);
            default:
                await output.WriteLineAsync("keys list | keys issue <mail address of an account> <what it is for> | keys revoke <id>");
                return Verb.NotUnderstood;
        }
    }

    private static async Task<int> List(ProgramKeys keys, TextWriter output, CancellationToken ct)
    {
        var list = await keys.List(Operator.Now, ct);
        if (list.Value.Count == 0)
            await output.WriteLineAsync("No key has been issued.");
        foreach (var key in list.Value)
        {
            var state = key.RevokedAt is { } revoked ? "revoked " + Day(revoked) : "until   " + Day(key.ExpiresAt);
            await output.WriteLineAsync($"{key.Id:N} {state} {key.Owner} {key.Name}");
        }

        return Verb.Well;
    }

    private static async Task<int> Issue(ProgramKeys keys, KeyToIssue asked, TextWriter output, CancellationToken ct)
    {
        var issued = await keys.Issue(Operator.Now, requestId: null, asked, ct);
        if (!issued.IsAccepted)
            return await Refused(issued.Refusals, output);
        await output.WriteLineAsync($"{issued.Value.Secret}");
        await output.WriteLineAsync($"Key {issued.Value.Id:N} acts for {asked.Email} until {Day(issued.Value.ExpiresAt)}. The secret above is shown only now.");
        return Verb.Well;
    }

    private static async Task<int> Revoke(ProgramKeys keys, Guid id, TextWriter output, CancellationToken ct)
    {
        var revoked = await keys.Revoke(Operator.Now, requestId: null, id, ct);
        if (!revoked.IsAccepted)
            return await Refused(revoked.Refusals, output);
        await output.WriteLineAsync($"Key {id:N} is revoked.");
        return Verb.Well;
    }

    private static async Task<int> Refused(IReadOnlyList<Refusal> refusals, TextWriter output)
    {
        foreach (var refusal in refusals)
            await output.WriteLineAsync($"{refusal.Code}\n    sv: {refusal.Text.Sv}\n    en: {refusal.Text.En}");
        return Verb.Found;
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
