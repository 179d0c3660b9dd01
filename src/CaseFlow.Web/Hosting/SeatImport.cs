using CaseFlow.Cases.Organisation;

namespace CaseFlow.Web.Hosting;

/// <summary>At start, after what is deployed: the seats that the organisation file has and the database has not.</summary>
internal sealed class SeatImport(ImportSeats seats) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => seats.Run(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
