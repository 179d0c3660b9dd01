using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CaseFlow.Cases.Tests.Contracts;
using CaseFlow.Cases.Tests.Messaging;
using CaseFlow.Cases.Webhooks;
using CaseFlow.Contracts.Intake;
using CaseFlow.Messaging.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Webhooks;

/// <summary>Events on their way to a receiver that answers as it likes.</summary>
internal sealed class WebhookSendingTests
{
    private static readonly string Secret = WebhookSignature.NewSecret();

    [Test]
    public async Task An_event_arrives_once_signed_with_its_id_and_its_moment()
    {
        using var receiver = new Receiver();
        await using var house = House();
        var (id, _) = await Write(house, receiver.Url);

        Assert.That(await house.Get<WebhookSending>().SendOne(default), Is.True);
        Assert.That(await house.Get<WebhookSending>().SendOne(default), Is.False, "what has arrived is not sent again");

        var got = receiver.Got.Single();
        Assert.That(got.Id, Is.EqualTo(id.ToString()));
        Assert.That(got.Signature, Is.EqualTo(WebhookSignature.Of([Secret], got.Id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(got.Timestamp, System.Globalization.CultureInfo.InvariantCulture)), got.Body)));
        Assert.That(got.Body, Does.StartWith("""{"type":"se.caseflow.case.received.v1","timestamp":""").And.Contain("2027-00017"));
        Assert.That((await Delivery(house, id)).State, Is.EqualTo(WebhookState.Delivered));
    }

    [TestCase(500)]
    [TestCase(302)]
    public async Task What_is_not_taken_waits_is_tried_again_with_the_same_id_and_is_at_last_given_up(int status)
    {
        using var receiver = new Receiver { Status = status };
        await using var house = House();
        var (id, _) = await Write(house, receiver.Url);
        var sending = house.Get<WebhookSending>();

        await sending.SendOne(default);
        Assert.That(await sending.SendOne(default), Is.False, "it is not tried at once");
        var waiting = await Delivery(house, id);
        Assert.That((waiting.State, waiting.LastStatus, waiting.Attempts), Is.EqualTo((WebhookState.Waiting, status, 1)));
        for (var days = 0; days < 10; days++)
        {
            house.House.Time.Advance(TimeSpan.FromDays(2));
            await sending.SendOne(default);
        }

        Assert.That((await Delivery(house, id)).State, Is.EqualTo(WebhookState.GivenUp));
        Assert.That(receiver.Got.Select(g => g.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(receiver.Got, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task A_receiver_that_is_gone_is_turned_off()
    {
        using var receiver = new Receiver { Status = 410 };
        await using var house = House();
        var (id, endpoint) = await Write(house, receiver.Url);

        await house.Get<WebhookSending>().SendOne(default);

        await using var db = house.House.OpenDb();
        Assert.That((await db.Set<WebhookEndpoint>().SingleAsync(e => e.Id == endpoint)).DisabledBecause, Is.EqualTo("gone"));
        Assert.That((await Delivery(house, id)).State, Is.EqualTo(WebhookState.GivenUp));
    }

    [Test]
    public async Task Nothing_inside_the_own_network_is_connected_to()
    {
        using var receiver = new Receiver();
        await using var house = House(allowPrivate: false);
        var (id, _) = await Write(house, receiver.Url);

        await house.Get<WebhookSending>().SendOne(default);

        Assert.That((await Delivery(house, id)).LastError, Is.EqualTo("forbidden-address"));
        Assert.That(receiver.Got, Is.Empty);
    }

    [TestCase("127.0.0.1")]
    [TestCase("10.1.2.3")]
    [TestCase("172.20.0.1")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.64.0.1")]
    [TestCase("0.0.0.0")]
    [TestCase("255.255.255.255")]
    [TestCase("::1")]
    [TestCase("::")]
    [TestCase("fe80::1")]
    [TestCase("fc00::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::127.0.0.1")]
    [TestCase("64:ff9b::7f00:1")]
    [TestCase("2002:7f00:1::")]
    public void Addresses_of_own_networks_are_known_in_every_dress(string address) => Assert.That(GuardedConnection.IsPublic(IPAddress.Parse(address)), Is.False);

    [TestCase("93.184.216.34")]
    [TestCase("2606:2800:220:1:248:1893:25c8:1946")]
    public void Addresses_of_the_internet_are_let_through(string address) => Assert.That(GuardedConnection.IsPublic(IPAddress.Parse(address)), Is.True);

    [Test]
    public void Every_event_that_can_be_subscribed_to_is_consumed() =>
        Assert.That(new CaseFlow.Messaging.Bus.BusEndpoint("q", typeof(WebhookConsumer)).Messages, Is.EquivalentTo(WebhookEvents.Types));

    private static BusHouse House(bool allowPrivate = true) => new(services =>
        services.AddSingleton(new WebhookOptions(AllowHttp: true, AllowPrivate: allowPrivate)).AddSingleton<ISecretProtection, Reversed>());

    private static async Task<(Guid Delivery, Guid Endpoint)> Write(BusHouse house, string url)
    {
        await using var db = house.House.OpenDb();
        var endpoint = new WebhookEndpoint { Id = Guid.CreateVersion7(), Name = "Prov", Url = url, Secret = house.Get<ISecretProtection>().Protect(Secret), CreatedBy = "system" };
        db.Add(endpoint);
        await db.SaveChangesAsync();
        await house.Get<WriteWebhooks>().Write(db, Guid.CreateVersion7(), new CaseReceived(ContractSamples.Case, "2027-00017", 1, house.House.Time.GetUtcNow()), default);
        await db.SaveChangesAsync();
        return (await db.Set<WebhookDelivery>().Select(d => d.Id).SingleAsync(), endpoint.Id);
    }

    private static async Task<WebhookDelivery> Delivery(BusHouse house, Guid id)
    {
        await using var db = house.House.OpenDb();
        return await db.Set<WebhookDelivery>().AsNoTracking().SingleAsync(d => d.Id == id);
    }

    /// <summary>Not readable at once; the real one stands on the host's keys.</summary>
    private sealed class Reversed : ISecretProtection
    {
        public string Protect(string secret) => new([.. secret.Reverse()]);

        public string Unprotect(string kept) => new([.. kept.Reverse()]);
    }

    private sealed record Received(string Id, string Timestamp, string Signature, string Body);

    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Receiver()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Url = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
            }

            _listener.Prefixes.Add(Url);
            _listener.Start();
            _ = Answer();
        }

        public string Url { get; }

        public int Status { get; init; } = 200;

        public ConcurrentQueue<Received> Got { get; } = new();

        public void Dispose() => _listener.Close();

        private async Task Answer()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                string Header(string name) => context.Request.Headers[name] ?? "";
                Got.Enqueue(new(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), await reader.ReadToEndAsync()));
                context.Response.StatusCode = Status;
                if (Status == 302)
                    context.Response.RedirectLocation = Url + "annan";
                context.Response.Close();
            }
        }
    }
}
