using System.Security.Claims;
using CaseFlow.Cases.Access;

namespace CaseFlow.Web.Hosting;

/// <summary>Who acts in this request, with the grants that are in force today. Read from the database once a request, never from claims.</summary>
public sealed class CurrentActor(IHttpContextAccessor accessor, ActorSource source)
{
    private Actor? _actor;

    /// <exception cref="InvalidOperationException">Nobody is signed in; the page forgot to ask for it.</exception>
    /// <remarks>An account that was closed a moment ago acts without any right until its cookie is refused.</remarks>
    public async ValueTask<Actor> Get(CancellationToken ct)
    {
        if (_actor is not null)
            return _actor;
        var account = accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in.");
        return _actor = await source.Find(account, ct) ?? new Actor(account, []);
    }
}
