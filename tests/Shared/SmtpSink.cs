using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseFlow.Tests.Shared;

/// <summary>A mail server that keeps what it gets, and refuses what the test tells it to.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SmtpSink()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answer to RCPT TO; null takes everything.</summary>
    public string? Refusal { get; set; }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (!_end.IsCancellationRequested)
                talks.Add(Serve(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }

        await Task.WhenAll(talks);
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await Talk(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // The sender died in the middle, or the test is over.
            }
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        var recipients = new List<string>();
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Length < 4 ? line : line[..4].ToUpperInvariant();
            if (verb == "RCPT" && Refusal is null)
                recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            await writer.WriteLineAsync(verb switch
            {
                "RCPT" => Refusal ?? "250 ok",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 ok",
            });
            if (verb == "QUIT")
                return;
            if (verb == "DATA")
            {
                if (await Data(reader) is not { } data)
                    return;
                Mails.Enqueue(new([.. recipients], data));
                recipients.Clear();
                await writer.WriteLineAsync("250 kept");
            }
        }
    }

    /// <summary>The mail up to its final dot; null when the sender died before it, and then there is no mail.</summary>
    private async Task<string?> Data(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line == ".")
                return data.ToString();
            data.Append(line).Append('\n');
        }

        return null;
    }
}

/// <summary>A mail as it came over the wire.</summary>
internal sealed record ReceivedMail(IReadOnlyList<string> Recipients, string Source)
{
    public string? Header(string name) => Source.Split("\n\n")[0].Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>The subject with its encoded words decoded.</summary>
    public string Subject => System.Net.Mail.Attachment.CreateAttachmentFromString("", Header("Subject") ?? "").Name ?? "";

    /// <summary>The body's base64 and quoted-printable parts as text.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var part in Source.Split("\n--"))
            {
                var body = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 1)..];
                text.Append(part.Contains("base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(body) : FromQuotedPrintable(body)).Append('\n');
            }

            return text.ToString();
        }
    }

    private static string FromBase64(string body) => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal).Trim()));

    private static string FromQuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var text = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
