using Npgsql;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>The database and the bus that a site stands on, as settings.</summary>
internal static class Servers
{
    /// <summary>SQLite in the data folder and the bus in memory: what an installation without servers has.</summary>
    public static Dictionary<string, string> Embedded() => new(StringComparer.Ordinal);

    /// <summary>A fresh database on the PostgreSQL of the run, and its RabbitMQ when there is one.</summary>
    public static async Task<Dictionary<string, string>> Production()
    {
        var settings = await PostgreSql();
        if (Environment.GetEnvironmentVariable("CASEFLOW_TEST_RABBITMQ") is { Length: > 0 } broker)
        {
            foreach (var (key, value) in RabbitMq(broker))
                settings.Add(key, value);
        }

        return settings;
    }

    public static async Task<Dictionary<string, string>> PostgreSql()
    {
        var server = OrSkip("CASEFLOW_TEST_POSTGRES", "PostgreSQL");
        var name = $"fault_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new(StringComparer.Ordinal)
        {
            ["CaseFlow:Database:Provider"] = "postgresql",
            ["CaseFlow:Database:ConnectionString"] = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ConnectionString,
        };
    }

    public static Dictionary<string, string> RabbitMq(string address) => new(StringComparer.Ordinal)
    {
        ["CaseFlow:Bus:Transport"] = "rabbitmq",
        ["CaseFlow:Bus:Uri"] = address,
        ["CaseFlow:Bus:Prefix"] = $"fault-{Guid.CreateVersion7():N}.",
    };

    // Without the server the test is skipped, or fails where everything must run.
    private static string OrSkip(string variable, string server)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address)
            return address;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{variable} is not set: tests/check.sh starts {server}.");
        Assert.Ignore($"{server} is not present.");
        throw new InvalidOperationException("An ignored test does not come here.");
    }
}
