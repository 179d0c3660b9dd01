namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>Servers that the tests are given by the environment (tests/check.sh starts them).</summary>
internal static class TestServers
{
    /// <summary>The broker's address.</summary>
    public static Uri RabbitMq() => new(Given("CASEFLOW_TEST_RABBITMQ", "RabbitMQ"));

    /// <summary>Connection string of a server where databases may be made.</summary>
    public static string PostgreSql() => Given("CASEFLOW_TEST_POSTGRES", "PostgreSQL");

    // Without the server the test is skipped, or fails where everything must run.
    private static string Given(string variable, string server)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address)
            return address;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{variable} is not set: tests/check.sh starts {server}.");
        Assert.Ignore($"{server} is not present.");
        throw new InvalidOperationException("An ignored test does not come here.");
    }
}
