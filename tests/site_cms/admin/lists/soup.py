"""What a list in the admin shows."""

from bs4 import BeautifulSoup


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def titles(client, address):
    links = soup(client, address).select("td.title .title-wrapper a")
    return [link.get_text(strip=True) for link in links if link.get_text(strip=True)]
