namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>Servers that the tests are given by the environment (tests/check.sh starts them).</summary>
internal static class TestServers
{
    /// <summary>The broker; without one the test is skipped, or fails where everything must run.</summary>
    public static Uri RabbitMq()
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_TEST_RABBITMQ") is { Length: > 0 } uri)
            return new Uri(uri);
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("CASEFLOW_TEST_RABBITMQ is not set: tests/check.sh starts a broker.");
        Assert.Ignore("RabbitMQ is not present.");
        throw new InvalidOperationException("An ignored test does not come here.");
    }
}
