"""Numbers: never twice, never again, never out of a race."""

import threading

import pytest
from django.db import connections, transaction

from members.actions import numbers, organisations
from members.models import NumberSeries, Organisation


def test_numbers_rise_by_country(db):
    assert numbers.allocate("TR") == ["TR-0001"]
    assert numbers.allocate("TR", 2) == ["TR-0002", "TR-0003"]
    assert numbers.allocate("AR") == ["AR-0001"]


def test_after_9999_comes_10000(db):
    NumberSeries.objects.filter(pk="TR").update(last=9998)
    assert numbers.allocate("TR", 2) == ["TR-9999", "TR-10000"]


def test_the_number_of_a_deleted_organisation_is_not_given_again(turkiye, staff):
    gone = organisations.register(country=turkiye, name="Gone", by=staff)
    assert gone.number == "TR-0001"
    gone.delete()
    assert organisations.register(country=turkiye, name="Next", by=staff).number == "TR-0002"


def test_unknown_country(db):
    with pytest.raises(NumberSeries.DoesNotExist):
        numbers.allocate("ZZ")


def test_sixteen_at_once_get_sixteen_numbers(committed):
    start, given = threading.Barrier(16), []

    def work():
        start.wait()
        for _time in range(5):
            with transaction.atomic():
                [number] = numbers.allocate("TR")
                Organisation.objects.create(number=number, country_id="TR")
            given.append(number)
        connections.close_all()

    threads = [threading.Thread(target=work) for _number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(given)) == 80
    assert Organisation.objects.count() == 80
