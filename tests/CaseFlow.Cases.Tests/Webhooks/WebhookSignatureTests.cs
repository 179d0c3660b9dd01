using CaseFlow.Cases.Webhooks;

namespace CaseFlow.Cases.Tests.Webhooks;

internal sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = """{"test": 2432232314}""";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Test]
    public void The_signature_is_the_one_of_the_specifications_own_example() =>
        Assert.That(WebhookSignature.Of([Secret], Id, At, Body), Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [Test]
    public void Two_secrets_sign_beside_each_other_while_one_is_changed()
    {
        var both = WebhookSignature.Of([WebhookSignature.NewSecret(), Secret], Id, At, Body).Split(' ');

        Assert.That(both, Has.Length.EqualTo(2).And.Contain("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    [TestCase("https://example.se/hook", ExpectedResult = true)]
    [TestCase("http://example.se/hook", ExpectedResult = false)]
    [TestCase("https://user:pass@example.se/", ExpectedResult = false)]
    [TestCase("file:///etc/passwd", ExpectedResult = false)]
    [TestCase("/relativ", ExpectedResult = false)]
    public bool Only_whole_addresses_with_TLS_are_taken(string url) => WebhookRules.IsAddress(url, new());

    [Test]
    public void A_delivery_is_tried_for_three_days_with_growing_pauses_that_differ_between_deliveries()
    {
        var id = Guid.NewGuid();
        var pauses = Enumerable.Range(1, 9).Select(n => WebhookRules.Pause(id, n)!.Value).ToList();

        Assert.That(pauses, Is.Ordered);
        Assert.That(pauses.Sum(p => p.TotalDays), Is.InRange(2.8, 3.6));
        Assert.That(WebhookRules.Pause(id, 10), Is.Null);
        Assert.That(Enumerable.Range(0, 20).Select(_ => WebhookRules.Pause(Guid.NewGuid(), 5)).Distinct().Count(), Is.GreaterThan(5));
    }
}
